package io.github.maskwatch.training.scene.paint;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Value noise: random values at whole places, smoothly interpolated between them (K. Perlin, "An image synthesizer", SIGGRAPH 1985, with
 * values in place of gradients). As there, the lattice comes from a shuffled table, so that there is nothing to store for each noise; it
 * repeats after 256 units.
 */
record Noise(int seed) {
    private static final int SIZE = 256;
    private static final int MASK = SIZE - 1;
    private static final int[] ORDER = order(1985);
    private static final double[] VALUES =
            Arrays.stream(order(2)).mapToDouble(i -> i / (SIZE - 1.0)).toArray();

    /** 0 to 1; one bump a unit. */
    double at(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int ix = (int) fx;
        int iy = (int) fy;
        double wx = smooth(x - fx);
        double wy = smooth(y - fy);
        int above = row(iy);
        int below = row(iy + 1);
        int left = ORDER[(ix + seed) & MASK];
        int right = ORDER[(ix + 1 + seed) & MASK];
        double top = VALUES[(left + above) & MASK] * (1 - wx) + VALUES[(right + above) & MASK] * wx;
        double bottom = VALUES[(left + below) & MASK] * (1 - wx) + VALUES[(right + below) & MASK] * wx;
        return top * (1 - wy) + bottom * wy;
    }

    /** 0 to 1, evenly spread, for a whole place. */
    double lattice(int x, int y) {
        return VALUES[(ORDER[(x + seed) & MASK] + row(y)) & MASK];
    }

    private int row(int y) {
        return ORDER[(y + (seed >>> 8)) & MASK] + (seed >>> 16);
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static int[] order(long seed) {
        int[] order = new int[SIZE];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SIZE; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
