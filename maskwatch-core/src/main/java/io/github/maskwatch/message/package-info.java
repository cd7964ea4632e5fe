/** What is told to people: one line for each thing. */
@NullMarked
package io.github.maskwatch.message;

import org.jspecify.annotations.NullMarked;
