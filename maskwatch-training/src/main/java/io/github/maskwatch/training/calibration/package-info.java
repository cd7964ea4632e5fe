/** Choosing anew, on other photos, how sure a trained detector may sound. */
@NullMarked
package io.github.maskwatch.training.calibration;

import org.jspecify.annotations.NullMarked;
