package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import java.util.random.RandomGenerator;

/** Compresses every second picture as cameras and messengers do. */
record RandomJpeg(int worstQuality) implements Augmentation {
    private static final int BEST_QUALITY = 95;

    @Override
    public Image apply(Image image, RandomGenerator random) {
        boolean strikes = random.nextBoolean();
        int quality = (int) Math.round(Draws.between(random, Math.min(worstQuality, BEST_QUALITY), BEST_QUALITY));
        return strikes ? JpegDamage.apply(image, quality) : image;
    }
}
