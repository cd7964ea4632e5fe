package io.github.maskwatch.training.scene.paint;

import java.util.SplittableRandom;

/**
 * Value noise: random values at whole places, smoothly interpolated between them (K. Perlin, "An image synthesizer", SIGGRAPH 1985, with
 * values in place of gradients). As there, the lattice comes from a shuffled table, so that there is nothing to store for each noise; it
 * repeats after 256 units.
 */
record Noise(int seed) {
    private static final int SIZE = 256;
    private static final int[] ORDER = order();

    /** 0 to 1; one bump a unit. */
    double at(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int ix = (int) fx;
        int iy = (int) fy;
        double wx = smooth(x - fx);
        double wy = smooth(y - fy);
        double top = lattice(ix, iy) * (1 - wx) + lattice(ix + 1, iy) * wx;
        double bottom = lattice(ix, iy + 1) * (1 - wx) + lattice(ix + 1, iy + 1) * wx;
        return top * (1 - wy) + bottom * wy;
    }

    /** 0 to 1, evenly spread, for a whole place. */
    double lattice(int x, int y) {
        int row = ORDER[(y + (seed >>> 8)) & (SIZE - 1)];
        return ORDER[(ORDER[(x + seed) & (SIZE - 1)] + row + (seed >>> 16)) & (SIZE - 1)] / (SIZE - 1.0);
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static int[] order() {
        int[] order = new int[SIZE];
        SplittableRandom random = new SplittableRandom(1985);
        for (int i = 0; i < SIZE; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
