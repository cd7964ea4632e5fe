/** Training: the loop of epochs and steps, what it depends on, what it keeps and whom it tells. */
@NullMarked
package io.github.maskwatch.training.trainer;

import org.jspecify.annotations.NullMarked;
