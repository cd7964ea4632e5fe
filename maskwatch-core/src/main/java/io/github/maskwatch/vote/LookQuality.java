package io.github.maskwatch.vote;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.Sharpness;

/** What a look is worth: a small or blurred face tells less of its mask. */
public final class LookQuality {
    /** The detector found a face there, after all: in the dark a vote takes long, but it comes. */
    private static final double LEAST = 0.1;

    private LookQuality() {}

    /** {@value #LEAST}–1; a half for a sharp face of {@code halfSide}, and a half for a large one of {@code halfSharpness}. */
    public static double of(Image image, Box face, VoteConfig config) {
        return of(face.shorterSide(), Sharpness.of(image, face), config);
    }

    /** @param side the face's shorter side, px */
    static double of(double side, double sharpness, VoteConfig config) {
        double size = side * side / (side * side + config.halfSide() * config.halfSide());
        return Math.max(LEAST, size * sharpness / (sharpness + config.halfSharpness()));
    }
}
