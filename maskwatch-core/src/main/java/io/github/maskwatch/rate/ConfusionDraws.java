package io.github.maskwatch.rate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What a detector's confusion may be, given what was counted: draws of each row's shares from their posterior distribution, Dirichlet with
 * Jeffreys' prior of a half of a face for each answer. And from it the shares of true states, given what was said of people.
 */
final class ConfusionDraws {
    private static final double PRIOR = 0.5;
    private static final double TAIL = 0.025;

    private final double[][] counts;
    private final double[] untold;
    private final double[][][] draws;
    private final double[][] drawnUntold;

    /**
     * @param counts {@code [truth][said]}, square, of those of whom a state was said
     * @param untold for each truth, those of whom none was said
     */
    ConfusionDraws(double[][] counts, double[] untold, int n, RandomGenerator random) {
        this.counts = counts;
        this.untold = untold;
        draws = new double[n][counts.length][];
        drawnUntold = new double[n][counts.length];
        for (int truth = 0; truth < counts.length; truth++) {
            for (int draw = 0; draw < n; draw++) {
                draws[draw][truth] = dirichlet(counts[truth], random);
                drawnUntold[draw][truth] = Gamma.draw(untold[truth] + PRIOR, random);
            }
        }
    }

    /** Not divided by their sum. */
    private static double[] dirichlet(double[] counts, RandomGenerator random) {
        double[] drawn = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            drawn[i] = Gamma.draw(counts[i] + PRIOR, random);
        }
        return drawn;
    }

    /** The likeliest shares of the true states. */
    double[] value(double[] told, double untoldPeople) {
        return Mixture.shares(counts, untold, told, untoldPeople);
    }

    /**
     * Where 95 % of the shares lie.
     *
     * @return for each truth the lower and the upper limit
     */
    double[][] limits(double[] told, double untoldPeople, RandomGenerator random) {
        int n = draws.length;
        double[][] shares = new double[counts.length][n];
        for (int draw = 0; draw < n; draw++) {
            double[] one = Mixture.shares(
                    draws[draw], drawnUntold[draw], dirichlet(told, random), Gamma.draw(untoldPeople + PRIOR, random));
            for (int truth = 0; truth < one.length; truth++) {
                shares[truth][draw] = one[truth];
            }
        }
        double[][] limits = new double[counts.length][];
        for (int truth = 0; truth < limits.length; truth++) {
            Arrays.sort(shares[truth]);
            limits[truth] =
                    new double[] {shares[truth][(int) (TAIL * n)], shares[truth][(int) Math.ceil((1 - TAIL) * n) - 1]};
        }
        return limits;
    }
}
