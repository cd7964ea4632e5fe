package io.github.maskwatch.training.batch;

import io.github.maskwatch.image.Image;

/**
 * A picture of a batch, and what is known of it.
 *
 * @param picture of the size that the network takes
 */
public record Sample<T>(Image picture, T example) {}
