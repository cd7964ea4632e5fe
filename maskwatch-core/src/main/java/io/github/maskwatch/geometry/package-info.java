/** Boxes in pixels and what can be said of two of them. */
@NullMarked
package io.github.maskwatch.geometry;

import org.jspecify.annotations.NullMarked;
