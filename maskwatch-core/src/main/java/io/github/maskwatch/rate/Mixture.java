package io.github.maskwatch.rate;

import java.util.Arrays;

/**
 * Which shares of true states lead to what was said.
 *
 * <p><b>Of those told.</b> The share of whom j is said is {@code t[j] = sum_i w[i] r[i][j]}, with {@code w[i]} the share of state i among those told and
 * {@code r[i][j]} how often j is said of whoever is in state i and told. For two states w is the estimate of Rogan and Gladen [1]. Where
 * it would leave 0–1, the likeliest shares within are taken, found by expectation and maximization [2].
 *
 * <p><b>Of those of whom nothing was said</b>, a share u of all, state i has the part {@code o[i] w[i] / sum_k o[k] w[k]}, with {@code o[i]} the odds that nothing is
 * said of whoever is in state i. So only their ratios matter, as in a logistic selection model [3]: how often nothing is said at all is u, and the less that is,
 * the less the odds count. In all, {@code p[i] = (1 - u) w[i] + u o[i] w[i] / sum_k o[k] w[k]}.
 *
 * <p>[1] Rogan, W. J. and Gladen, B. Estimating prevalence from the results of a screening test. American Journal of Epidemiology 107,
 * 1978. [2] Dempster, A. P., Laird, N. M. and Rubin, D. B. Maximum likelihood from incomplete data via the EM algorithm. JRSS B 39, 1977.
 * [3] Little, R. J. A. and Rubin, D. B. Statistical analysis with missing data. Wiley, 1987.
 */
final class Mixture {
    private static final double SINGULAR = 1e-9;
    private static final int MOST_STEPS = 200;
    private static final double STILL = 1e-7;

    private Mixture() {}

    /**
     * Shares of the true states, adding up to 1.
     *
     * @param said {@code [truth][said]}, square; how many faces in a state were called which, above 0 in all of a row
     * @param untold how many in a state were called nothing, on the scale of its row
     * @param told of how many people which state was said, above 0 in all
     * @param untoldPeople of how many none was, on the same scale
     */
    static double[] shares(double[][] said, double[] untold, double[] told, double untoldPeople) {
        int n = told.length;
        double[][] rates = new double[n][];
        double[] odds = new double[n];
        for (int i = 0; i < n; i++) {
            double called = sum(said[i]);
            rates[i] = divided(said[i], called);
            odds[i] = untold[i] / called;
        }
        double toldPeople = sum(told);
        double[] among = among(rates, divided(told, toldPeople));
        double[] rest = rest(among, odds);
        double u = untoldPeople / (toldPeople + untoldPeople);
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            shares[i] = (1 - u) * among[i] + u * rest[i];
        }
        return shares;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] divided(double[] values, double by) {
        double[] divided = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            divided[i] = values[i] / by;
        }
        return divided;
    }

    /** The true states' shares among those of whom nothing was said; as of the others, where the odds know of none such. */
    private static double[] rest(double[] among, double[] odds) {
        double[] rest = new double[among.length];
        for (int i = 0; i < among.length; i++) {
            rest[i] = among[i] * odds[i];
        }
        double all = sum(rest);
        return all > 0 ? divided(rest, all) : among;
    }

    /** The true states' shares among those told. */
    private static double[] among(double[][] rates, double[] told) {
        double[] solved = solve(rates, told);
        if (told.length == 2 && !Double.isNaN(solved[0])) {
            // The likeliest share within is the nearest one.
            double first = Math.min(1, Math.max(0, solved[0]));
            return new double[] {first, 1 - first};
        }
        for (double share : solved) {
            if (!(share >= 0)) {
                return likeliest(rates, told);
            }
        }
        return solved;
    }

    /** Gauss' elimination with pivots of {@code sum_i w[i] rates[i][j] = told[j]}; NaN where the rates do not tell the states apart. */
    private static double[] solve(double[][] rates, double[] told) {
        int n = told.length;
        double[][] a = new double[n][n + 1];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                a[j][i] = rates[i][j];
            }
            a[j][n] = told[j];
        }
        for (int k = 0; k < n; k++) {
            pivot(a, k);
            if (Math.abs(a[k][k]) < SINGULAR) {
                double[] unknown = new double[n];
                Arrays.fill(unknown, Double.NaN);
                return unknown;
            }
            for (int row = 0; row < n; row++) {
                double factor = row == k ? 0 : a[row][k] / a[k][k];
                for (int column = k; column <= n && factor != 0; column++) {
                    a[row][column] -= factor * a[k][column];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = 0; i < n; i++) {
            solved[i] = a[i][n] / a[i][i];
        }
        return solved;
    }

    private static void pivot(double[][] a, int k) {
        int best = k;
        for (int row = k + 1; row < a.length; row++) {
            best = Math.abs(a[row][k]) > Math.abs(a[best][k]) ? row : best;
        }
        double[] swapped = a[k];
        a[k] = a[best];
        a[best] = swapped;
    }

    private static double[] likeliest(double[][] rates, double[] told) {
        int n = told.length;
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / n);
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved > STILL; step++) {
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                double expected = 0;
                for (int i = 0; i < n; i++) {
                    expected += shares[i] * rates[i][j];
                }
                for (int i = 0; i < n && expected > 0; i++) {
                    next[i] += told[j] * shares[i] * rates[i][j] / expected;
                }
            }
            moved = 0;
            for (int i = 0; i < n; i++) {
                moved = Math.max(moved, Math.abs(next[i] - shares[i]));
            }
            shares = next;
        }
        return shares;
    }
}
