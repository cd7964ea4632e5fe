package io.github.maskwatch.rate;

import java.util.Arrays;

/**
 * Which shares of true states lead to the shares of said ones.
 *
 * <p>Of the people in state i the detector says j of the share {@code r[i][j]}, and of the rest that it cannot tell. So of those told, the share of j is
 * {@code t[j] = sum_i w[i] r[i][j] / c[i]}, with {@code c[i] = sum_j r[i][j]} and {@code w[i]} the share of i among those told,
 * {@code w[i] = p[i] c[i] / sum_k p[k] c[k]}. For two states w is the estimate of Rogan and Gladen [1]. Where it would leave 0–1, the
 * likeliest shares within are taken, found by expectation and maximization [2]. That the states are not told equally often is then
 * undone: {@code p[i]} is proportional to {@code w[i] / c[i]}.
 *
 * <p>[1] Rogan, W. J. and Gladen, B. Estimating prevalence from the results of a screening test. American Journal of Epidemiology 107,
 * 1978. [2] Dempster, A. P., Laird, N. M. and Rubin, D. B. Maximum likelihood from incomplete data via the EM algorithm. JRSS B 39, 1977.
 */
final class Mixture {
    private static final double SINGULAR = 1e-9;
    private static final int MOST_STEPS = 200;
    private static final double STILL = 1e-7;

    private Mixture() {}

    /**
     * Shares of the true states, adding up to 1.
     *
     * @param said {@code [truth][said]}, square, shares or counts of one scale in each row, told ones only
     * @param rowTotal of each row with those of whom nothing was said
     * @param told shares of those said, adding up to 1
     */
    static double[] shares(double[][] said, double[] rowTotal, double[] told) {
        int n = told.length;
        double[][] rates = new double[n][n];
        double[] called = new double[n];
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (double count : said[i]) {
                row += count;
            }
            called[i] = row / rowTotal[i];
            for (int j = 0; j < n; j++) {
                rates[i][j] = said[i][j] / row;
            }
        }
        double[] shares = among(rates, told);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            shares[i] /= called[i];
            sum += shares[i];
        }
        for (int i = 0; i < n; i++) {
            shares[i] /= sum;
        }
        return shares;
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
