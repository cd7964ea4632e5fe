package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** Hands: fingers are bars with round ends, each shaded as a cylinder, before a palm. */
final class Hand {
    private static final float[] BLACK = {0, 0, 0};

    private Hand() {}

    /** A hand over the mouth, pointing up or to a side. */
    static void paint(FacePaint face, RandomGenerator random) {
        double turn = Draws.oneOf(random, 0.0, 0.6, 1.2, -0.6, -1.2) + Draws.around(random, 0.3);
        FaceFrame at = Thing.before(face, Draws.around(random, 0.25), Draws.between(random, 0.72, 0.9), random, 0)
                .part(0, 0.5, 1, 1, turn);
        float[] skin = skin(face, random);
        Surface palm = (u, v, rgb) -> {
            float light = (float) (1 - 0.2 * u * u - 0.1 * v);
            for (int k = 0; k < 3; k++) {
                rgb[k] = skin[k] * light;
            }
        };
        double width = Draws.between(random, 0.085, 0.105);
        Shape back = Outline.smooth(
                at, -0.42, 0.5, 0.4, 0.48, 0.46, 0.75, 0.3, 0.98, 0.26, 1.4, -0.26, 1.4, -0.3, 0.98, -0.5, 0.75);
        face.layer().fill(back, at, palm, 1);
        double spread = Draws.between(random, 0, 0.06);
        for (int i = 0; i < 4; i++) {
            double u = (i - 1.5) * width * 2.1;
            double tip = 0.12 + 0.05 * Math.abs(i - 1.6) + Draws.around(random, 0.03);
            finger(face, at, u, 0.62, u + (i - 1.5) * spread * 2, tip, width, skin);
        }
        double side = random.nextBoolean() ? 1 : -1;
        finger(
                face,
                at,
                side * 0.4,
                0.8,
                side * Draws.between(random, 0.55, 0.75),
                Draws.between(random, 0.4, 0.6),
                width * 1.15,
                skin);
    }

    /** Fingers about a thing that is held. */
    static void grip(FacePaint face, FaceFrame thing, RandomGenerator random) {
        float[] skin = skin(face, random);
        double side = random.nextBoolean() ? 1 : -1;
        double width = Draws.between(random, 0.08, 0.1);
        for (int i = 0; i < 4; i++) {
            double v = 0.5 + (i - 0.5) * width * 1.08;
            finger(face, thing, side * 0.75, v + 0.06, side * Draws.between(random, 0.05, 0.2), v, width, skin);
        }
    }

    private static void finger(
            FacePaint face,
            FaceFrame at,
            double fromU,
            double fromV,
            double toU,
            double toV,
            double width,
            float[] skin) {
        face.layer().fill(Outline.bar(at, fromU, fromV, toU, toV, width * 1.2), at, Surface.plain(BLACK), 0.25);
        double alongX = (toU - fromU) * at.halfWidth();
        double alongY = (toV - fromV) * at.height();
        double length = Math.max(1e-6, StrictMath.sqrt(alongX * alongX + alongY * alongY));
        double half = width * at.height() / 2;
        Surface round = (u, v, rgb) -> {
            double x = (u - fromU) * at.halfWidth();
            double y = (v - fromV) * at.height();
            double aside = (x * alongY - y * alongX) / length / half;
            float light = (float) (0.78 + 0.3 * Math.max(0, 1 - aside * aside) + 0.04 * aside);
            for (int k = 0; k < 3; k++) {
                rgb[k] = skin[k] * light;
            }
        };
        face.layer().fill(Outline.bar(at, fromU, fromV, toU, toV, width), at, round, 1);
    }

    /** Most hands before a face are its own; gloves and other people's come along. */
    private static float[] skin(FacePaint face, RandomGenerator random) {
        if (Draws.chance(random, 0.75)) {
            return Thing.shade(face.skin(), (float) Draws.between(random, 1.05, 1.4));
        }
        double dark = random.nextDouble();
        return new float[] {(float) (0.88 - 0.55 * dark), (float) (0.70 - 0.50 * dark), (float) (0.60 - 0.46 * dark)};
    }
}
