/** What is wrong with a file that should hold a model. */
@NullMarked
package io.github.maskwatch.inference.format;

import org.jspecify.annotations.NullMarked;
