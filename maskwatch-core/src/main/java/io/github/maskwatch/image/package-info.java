/** Pictures as interleaved sRGB bytes, their frames in time, and resampling. */
@NullMarked
package io.github.maskwatch.image;

import org.jspecify.annotations.NullMarked;
