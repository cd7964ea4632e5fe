/** From photos on disk to the arrays that a training step takes, prepared ahead on other cores. */
@NullMarked
package io.github.maskwatch.training.batch;

import org.jspecify.annotations.NullMarked;
