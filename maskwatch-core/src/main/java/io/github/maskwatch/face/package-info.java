/** Faces found in a picture. */
@NullMarked
package io.github.maskwatch.face;

import org.jspecify.annotations.NullMarked;
