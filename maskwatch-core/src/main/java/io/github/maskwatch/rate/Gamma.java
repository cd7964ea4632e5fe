package io.github.maskwatch.rate;

import java.util.random.RandomGenerator;

/**
 * Random numbers of the gamma distribution with scale 1 (Marsaglia, G. and Tsang, W. W. A simple method for generating gamma variables. ACM
 * Transactions on Mathematical Software 26, 2000). Several of them, divided by their sum, are of a Dirichlet distribution.
 */
final class Gamma {
    private static final double SQUEEZE = 0.0331;

    private Gamma() {}

    /** @param shape above 0 */
    static double draw(double shape, RandomGenerator random) {
        if (shape < 1) {
            return draw(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = random.nextDouble();
                if (u < 1 - SQUEEZE * x * x * x * x || Math.log(u) < x * x / 2 + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }
}
