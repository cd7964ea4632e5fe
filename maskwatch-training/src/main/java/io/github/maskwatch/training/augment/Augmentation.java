package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random change to a picture that leaves its label as it is. Pure, and so thread-safe: the same picture and the same draws give
 * the same bytes. Those of this package keep the picture's size.
 */
@FunctionalInterface
public interface Augmentation {

    /** The changed picture, or the same one. */
    Image apply(Image image, RandomGenerator random);

    /** Leaves every picture as it is. */
    static Augmentation none() {
        return (image, random) -> image;
    }

    /** One after the other, with draws from the same generator. */
    static Augmentation inOrder(List<Augmentation> steps) {
        List<Augmentation> all = List.copyOf(steps);
        return (image, random) -> {
            Image changed = image;
            for (Augmentation step : all) {
                changed = step.apply(changed, random);
            }
            return changed;
        };
    }
}
