package io.github.maskwatch.training.scene.paint;

import java.util.random.RandomGenerator;

/** Colours and patterns of masks, as surfaces in heights of the mask (both ways alike, so that dots are round). */
final class Fabric {
    /** Red, green, blue, how common. Common masks are common here, too; the rest is there so that no colour means a mask. */
    private static final double[][] COLORS = {
        {0.94, 0.95, 0.96, 5},
        {0.60, 0.79, 0.90, 4},
        {0.45, 0.70, 0.86, 2},
        {0.62, 0.84, 0.84, 2},
        {0.55, 0.80, 0.70, 1},
        {0.07, 0.07, 0.08, 5},
        {0.20, 0.20, 0.22, 1},
        {0.50, 0.51, 0.53, 1},
        {0.11, 0.15, 0.30, 1.5},
        {0.18, 0.32, 0.65, 1},
        {0.68, 0.11, 0.13, 1},
        {0.92, 0.62, 0.70, 1},
        {0.40, 0.27, 0.19, 0.7},
        {0.82, 0.71, 0.58, 1},
        {0.12, 0.33, 0.22, 0.7},
        {0.90, 0.78, 0.25, 0.4},
        {0.42, 0.24, 0.50, 0.5},
        {0.90, 0.45, 0.20, 0.3},
    };

    private Fabric() {}

    /** @param skin the face's own colour, which some masks have */
    static float[] color(RandomGenerator random, float[] skin) {
        int choice = Draws.weighted(random, 17, 1, 2.5);
        float[] color = switch (choice) {
            case 0 -> common(random);
            case 1 -> skin.clone();
            default -> new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
        };
        double gain = Draws.between(random, 0.9, 1.06);
        for (int k = 0; k < 3; k++) {
            color[k] = (float) Math.max(0.02, Math.min(1, color[k] * gain + Draws.around(random, 0.03)));
        }
        return color;
    }

    private static float[] common(RandomGenerator random) {
        double[] weights = new double[COLORS.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = COLORS[i][3];
        }
        double[] color = COLORS[Draws.weighted(random, weights)];
        return new float[] {(float) color[0], (float) color[1], (float) color[2]};
    }

    /**
     * One colour for most, a pattern of two for the others.
     *
     * @param finest the shortest period that the photo can show, in heights of the mask
     */
    static Surface draw(RandomGenerator random, float[] base, float[] skin, boolean patterned, double finest) {
        if (!patterned) {
            return Surface.plain(base);
        }
        float[] other = color(random, skin);
        double period = Math.max(finest, Draws.between(random, 0.08, 0.4));
        Noise noise = new Noise(random.nextInt());
        double turn = random.nextDouble() * Math.PI;
        return switch (random.nextInt(7)) {
            case 0 -> stripes(base, other, period, turn, Draws.between(random, 0.3, 0.6));
            case 1 -> dots(base, other, period, Draws.between(random, 0.2, 0.38));
            case 2 -> plaid(base, other, period);
            case 3 -> camouflage(base, other, color(random, skin), period, noise);
            case 4 -> flowers(base, other, color(random, skin), period, noise);
            case 5 -> logo(base, other, random, noise);
            default -> border(base, other, Draws.between(random, 0.05, 0.12));
        };
    }

    private static Surface stripes(float[] base, float[] other, double period, double turn, double share) {
        double across = StrictMath.cos(turn) / period;
        double down = StrictMath.sin(turn) / period;
        return (s, t, rgb) -> {
            double phase = s * across + t * down;
            set(rgb, phase - Math.floor(phase) < share ? other : base);
        };
    }

    private static Surface dots(float[] base, float[] other, double period, double radius) {
        return (s, t, rgb) -> {
            double y = t / period;
            double row = Math.floor(y);
            double x = s / period + (((int) row & 1) == 0 ? 0 : 0.5);
            double dx = x - Math.floor(x) - 0.5;
            double dy = y - row - 0.5;
            set(rgb, dx * dx + dy * dy < radius * radius ? other : base);
        };
    }

    private static Surface plaid(float[] base, float[] other, double period) {
        return (s, t, rgb) -> {
            double x = s / period;
            double y = t / period;
            float share = (x - Math.floor(x) < 0.5 ? 0.5f : 0) + (y - Math.floor(y) < 0.5 ? 0.5f : 0);
            mix(rgb, base, other, share);
        };
    }

    private static Surface camouflage(float[] base, float[] other, float[] third, double period, Noise noise) {
        double scale = 1 / (period * 0.8);
        return (s, t, rgb) -> {
            double x = s * scale;
            double y = t * scale;
            if (noise.at(x * 1.3 + 50, y * 1.7) > 0.6) {
                set(rgb, third);
            } else {
                set(rgb, noise.at(x, y) > 0.5 ? other : base);
            }
        };
    }

    /** Blots of two sizes and colours at random places. */
    private static Surface flowers(float[] base, float[] other, float[] third, double period, Noise noise) {
        return (s, t, rgb) -> {
            double x = s / period;
            double y = t / period;
            int column = (int) Math.floor(x);
            int row = (int) Math.floor(y);
            double dx = x - column - 0.3 - 0.4 * noise.lattice(column, row);
            double dy = y - row - 0.3 - 0.4 * noise.lattice(column + 99, row);
            double radius = 0.12 + 0.22 * noise.lattice(column, row + 99);
            boolean petal = dx * dx + dy * dy < radius * radius;
            set(rgb, petal ? (noise.lattice(column + 7, row + 7) < 0.5 ? other : third) : base);
        };
    }

    /** A blot, or a line of letters too small to read. */
    private static Surface logo(float[] base, float[] other, RandomGenerator random, Noise noise) {
        double middleS = Draws.around(random, 0.35);
        double middleT = Draws.between(random, 0.35, 0.7);
        double width = Draws.between(random, 0.12, 0.4);
        double height = Draws.between(random, 0.06, 0.22);
        boolean letters = random.nextBoolean();
        return (s, t, rgb) -> {
            double x = (s - middleS) / width;
            double y = (t - middleT) / height;
            boolean inside = letters
                    ? Math.abs(x) < 1 && Math.abs(y) < 0.6 && noise.at(x * 6, y * 1.5) > 0.45
                    : x * x + y * y < 0.4 + noise.at(x * 2, y * 2);
            set(rgb, inside ? other : base);
        };
    }

    private static Surface border(float[] base, float[] other, double width) {
        return (s, t, rgb) -> set(rgb, t < width || t > 1 - width ? other : base);
    }

    private static void set(float[] rgb, float[] color) {
        rgb[0] = color[0];
        rgb[1] = color[1];
        rgb[2] = color[2];
    }

    private static void mix(float[] rgb, float[] one, float[] other, float share) {
        for (int k = 0; k < 3; k++) {
            rgb[k] = one[k] * (1 - share) + other[k] * share;
        }
    }
}
