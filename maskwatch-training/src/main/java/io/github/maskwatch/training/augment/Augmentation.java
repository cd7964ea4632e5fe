package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import java.util.random.RandomGenerator;

/** A random change to a picture that leaves its label as it is. Pure, and so thread-safe: same picture and same draws, same bytes. */
public interface Augmentation {

    /** The changed picture; it may have the same size or another, as the implementation says. */
    Image apply(Image image, RandomGenerator random);

    /** Leaves every picture as it is. */
    static Augmentation none() {
        return (image, random) -> image;
    }
}
