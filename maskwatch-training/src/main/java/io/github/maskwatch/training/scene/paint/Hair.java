package io.github.maskwatch.training.scene.paint;

import java.util.random.RandomGenerator;

/** Hair as a surface: strands along v. */
final class Hair {
    private static final float[][] COLORS = {
        {0.07f, 0.06f, 0.06f},
        {0.16f, 0.11f, 0.08f},
        {0.30f, 0.20f, 0.13f},
        {0.45f, 0.26f, 0.14f},
        {0.50f, 0.38f, 0.24f},
        {0.48f, 0.47f, 0.46f},
        {0.80f, 0.79f, 0.77f},
    };

    private Hair() {}

    static float[] color(RandomGenerator random) {
        float[] color = Draws.oneOf(random, COLORS).clone();
        float gain = (float) Draws.between(random, 0.75, 1.15);
        for (int k = 0; k < 3; k++) {
            color[k] = Math.min(1, color[k] * gain);
        }
        return color;
    }

    /**
     * @param across strands a unit of u
     * @param along how often a strand changes its brightness a unit of v
     */
    static Surface of(float[] color, double across, double along, RandomGenerator random) {
        Noise noise = new Noise(random.nextInt());
        double slant = Draws.around(random, 0.5);
        return (u, v, rgb) -> {
            double fine = noise.at((u + slant * v) * across, v * along);
            double coarse = noise.at(u * across / 5 + 31, v * along / 2);
            float light = (float) (0.4 + 0.6 * fine + 0.4 * coarse);
            for (int k = 0; k < 3; k++) {
                rgb[k] = color[k] * light;
            }
        };
    }
}
