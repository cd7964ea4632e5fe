/** Faces by a boosted cascade of Haar-like features, evaluated in plain Java: no OpenCV, no GTK, no native code. */
@NullMarked
package io.github.maskwatch.inference.haar;

import org.jspecify.annotations.NullMarked;
