/** Files that are whole or not there. */
@NullMarked
package io.github.maskwatch.training.file;

import org.jspecify.annotations.NullMarked;
