/** How good a model is, with the error bar of each figure. */
@NullMarked
package io.github.maskwatch.metrics;

import org.jspecify.annotations.NullMarked;
