/** Draws what was found on a picture: boxes, labels, a line of figures. Java2D, without a display and without fonts if need be. */
@NullMarked
package io.github.maskwatch.monitor.overlay;

import org.jspecify.annotations.NullMarked;
