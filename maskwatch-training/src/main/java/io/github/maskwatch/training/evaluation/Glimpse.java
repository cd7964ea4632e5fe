package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.dataset.Example;

/**
 * As much of a labelled photo as the shortcut baselines may see.
 *
 * @param thumbnail 8 x 8 px
 */
public record Glimpse(Example example, PhotoFacts facts, Image thumbnail) {
    /** Sides of the thumbnail, px. */
    public static final int SIDE = 8;

    public Glimpse {
        if (thumbnail.width() != SIDE || thumbnail.height() != SIDE) {
            throw new IllegalArgumentException("thumbnail must be 8 x 8 px, got " + thumbnail);
        }
    }
}
