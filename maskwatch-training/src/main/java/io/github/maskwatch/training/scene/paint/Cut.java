package io.github.maskwatch.training.scene.paint;

import java.util.List;
import java.util.random.RandomGenerator;

/** The kinds of masks by how they are cut and folded. */
enum Cut {
    /** A pleated rectangle: three folds, a wire over the nose, loops from all corners. */
    SURGICAL(5),
    /** KN95 and flat FFP2: folded in the middle, with a seam from the nose to the chin. */
    FOLDED(2),
    /** A stiff shell, often with a valve. */
    CUP(1),
    /** Soft, close to the face, often up to the ears. */
    CLOTH(4),
    /** Folded across: a roof above, a floor below. */
    DUCK_BILL(0.8);

    private final double weight;

    /** @param weight how common it is */
    Cut(double weight) {
        this.weight = weight;
    }

    static Cut any(RandomGenerator random) {
        return Draws.weighted(random, List.of(values()), cut -> cut.weight);
    }

    /** How light and dark folds make the place {@code (q, n)} of a {@link Patch}: a factor about 1. */
    interface Relief {
        double at(double q, double n);
    }

    Relief relief(RandomGenerator random) {
        Noise wrinkles = new Noise(random.nextInt());
        double strength = Draws.between(random, 0.7, 1.5);
        double side = Draws.around(random, 0.16);
        Relief folds = folds(random, wrinkles, strength);
        // All of them: from above the light comes, the nose stands out, its flanks fall away.
        return (q, n) -> {
            double nose = bell(q, 0.13) - 0.6 * bell(Math.abs(q) - 0.3, 0.16);
            return folds.at(q, n) + side * q - 0.24 * n * n + 0.12 * strength * nose * (1 - n);
        };
    }

    private Relief folds(RandomGenerator random, Noise wrinkles, double strength) {
        double tilt = Draws.between(random, -0.12, 0.12);
        return switch (this) {
            case SURGICAL -> pleats(random, wrinkles, strength);
            case FOLDED ->
                (q, n) -> 1.06
                        + tilt * (q < 0 ? 1 : -1) * Math.min(1, Math.abs(q) * 4)
                        - strength * 0.18 * bell(q, 0.03)
                        - 0.09 * strength * bell(n - 0.1, 0.018)
                        - 0.09 * strength * bell(Math.abs(q) - 0.88, 0.03)
                        + 0.24 * strength * (wrinkles.at(q * 3 + 2 * n, n * 4) - 0.5);
            case CUP ->
                (q, n) -> 1.12
                        - 0.32 * strength * (q * q * 0.7 + (n - 0.42) * (n - 0.42) * 1.6)
                        - 0.12 * strength * bell(Math.max(Math.abs(q), Math.abs(2 * n - 1)) - 0.84, 0.03)
                        + 0.1 * (wrinkles.at(q * 9, n * 9) - 0.5);
            case CLOTH -> {
                double seam = Draws.chance(random, 0.5) ? 0.14 * strength : 0;
                yield (q, n) -> 1.08
                        - seam * bell(q, 0.03)
                        - 0.08 * strength * (bell(n - 0.04, 0.02) + bell(n - 0.96, 0.02))
                        + 0.5 * strength * (wrinkles.at(q * 2.2 + n, n * 5 - Math.abs(q) * 3) - 0.5)
                        + 0.2 * strength * (wrinkles.at(q * 7 - 2 * n, n * 6 + 40) - 0.5);
            }
            case DUCK_BILL ->
                (q, n) -> (n < 0.5 ? 1.14 - 0.1 * n : 0.9 - 0.14 * (n - 0.5))
                        - strength * 0.18 * bell(n - 0.5, 0.02)
                        - 0.09 * strength * bell(Math.abs(q) - 0.88, 0.03)
                        + 0.26 * strength * (wrinkles.at(q * 3 + n, n * 4) - 0.5);
        };
    }

    private static Relief pleats(RandomGenerator random, Noise wrinkles, double strength) {
        double first = Draws.between(random, 0.22, 0.34);
        double gap = Draws.between(random, 0.16, 0.24);
        double deep = 0.26 * strength;
        double bow = Draws.around(random, 0.06);
        return (q, n) -> {
            double light = 1.06;
            // Pleats open in the middle and lie close at the sides.
            double spread = 0.018 + 0.014 * (1 - q * q);
            double uneven = bow * (1 - q * q) + 0.05 * (wrinkles.at(q * 2 + 9, n * 2) - 0.5);
            for (int i = 0; i < 3; i++) {
                double away = n - first - i * gap + uneven;
                light -= deep * bell(away, spread) - 0.45 * deep * bell(away + 2.5 * spread, 2 * spread);
            }
            light -= 0.1 * strength * bell(n - 0.07, 0.015) + 0.1 * strength * bell(n - 0.95, 0.015);
            return light
                    + 0.34 * strength * (wrinkles.at(q * 3, n * 2.5 + q * q) - 0.5)
                    + 0.14 * strength * (wrinkles.at(q * 9, n * 4 + 20) - 0.5);
        };
    }

    private static double bell(double away, double width) {
        double t = away / width;
        double tt = t * t;
        // (1 - t²/9)³ for the Gaussian: without an exponential for each pixel.
        if (tt > 9) {
            return 0;
        }
        double s = 1 - tt / 9;
        return s * s * s * s;
    }

    /** Worn over nose and mouth. */
    Patch proper(RandomGenerator random) {
        double top = Draws.between(random, 0.44, 0.53);
        double lean = Draws.around(random, 0.02);
        return switch (this) {
            case SURGICAL -> {
                double bottom = Draws.between(random, 0.97, 1.07);
                yield new Patch(
                        top,
                        bottom,
                        Draws.between(random, 1.05, 1.3),
                        Draws.between(random, 0.04, 0.14),
                        Draws.between(random, 1.2, 2),
                        Draws.between(random, 0.06, 0.22),
                        2,
                        Draws.between(random, 0.05, 0.3),
                        lean,
                        Draws.between(random, 1, 1.07));
            }
            case FOLDED ->
                new Patch(
                        top - 0.03,
                        Draws.between(random, 1, 1.08),
                        Draws.between(random, 1, 1.25),
                        Draws.between(random, 0.12, 0.22),
                        Draws.between(random, 1, 1.4),
                        Draws.between(random, 0.2, 0.32),
                        Draws.between(random, 1, 1.5),
                        Draws.between(random, 0.02, 0.2),
                        lean,
                        Draws.between(random, 1.03, 1.12));
            case CUP ->
                new Patch(
                        top - 0.02,
                        Draws.between(random, 1, 1.08),
                        Draws.between(random, 0.9, 1.1),
                        Draws.between(random, 0.14, 0.22),
                        2,
                        Draws.between(random, 0.2, 0.3),
                        2.2,
                        Draws.between(random, 0, 0.15),
                        lean,
                        Draws.between(random, 1.03, 1.12));
            case CLOTH ->
                new Patch(
                        top,
                        Draws.between(random, 0.98, 1.08),
                        Draws.between(random, 1.15, 1.5),
                        Draws.between(random, 0, 0.14),
                        Draws.between(random, 1.2, 2),
                        Draws.between(random, 0.16, 0.34),
                        2,
                        Draws.between(random, 0.05, 0.25),
                        lean,
                        Draws.between(random, 1, 1.05));
            case DUCK_BILL ->
                new Patch(
                        top - 0.02,
                        Draws.between(random, 0.98, 1.06),
                        Draws.between(random, 1, 1.25),
                        Draws.between(random, 0.14, 0.22),
                        Draws.between(random, 1, 1.4),
                        Draws.between(random, 0.08, 0.18),
                        2,
                        Draws.between(random, 0.2, 0.45),
                        lean,
                        Draws.between(random, 1.05, 1.14));
        };
    }
}
