package io.github.maskwatch.training.augment;

import java.util.random.RandomGenerator;

/** The two kinds of chance that augmentations need. */
final class Draws {
    private Draws() {}

    /** Evenly between {@code -limit} and {@code limit}. */
    static double around(RandomGenerator random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    static double between(RandomGenerator random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
