package io.github.maskwatch.training.scene.paint;

/**
 * Value noise: random values at whole places, smoothly interpolated between them (K. Perlin's "An image synthesizer", SIGGRAPH 1985, with
 * values in place of gradients). The lattice comes from a hash, so that there is nothing to store.
 */
record Noise(int seed) {

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
        int h = seed ^ x * 0x9E3779B1 ^ y * 0x85EBCA6B;
        h = (h ^ h >>> 16) * 0x7FEB352D;
        h = (h ^ h >>> 15) * 0x846CA68B;
        return (h ^ h >>> 16) / 4294967296.0 + 0.5;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
