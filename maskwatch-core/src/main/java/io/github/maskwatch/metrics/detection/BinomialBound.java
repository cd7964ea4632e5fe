package io.github.maskwatch.metrics.detection;

/** Exact upper bounds of a share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934). */
final class BinomialBound {
    private static final int HALVINGS = 80;

    private BinomialBound() {}

    /**
     * The share b at which so few successes have just the probability {@code doubt}: the true share lies above it in at most so many
     * of all samples. It solves {@code sum_{j<=k} C(n,j) b^j (1-b)^(n-j) = doubt}.
     *
     * @param successes 0–n
     * @param doubt above 0, below 1
     * @return 1 where all are successes or there are none to count
     */
    static double upper(long successes, long n, double doubt) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be in 0.." + n + ", got " + successes);
        }
        if (!(doubt > 0 && doubt < 1)) {
            throw new IllegalArgumentException("doubt must be between 0 and 1, got " + doubt);
        }
        if (successes == n) {
            return 1;
        }
        double low = (double) successes / n;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double b = (low + high) / 2;
            if (atMost(successes, n, b) > doubt) {
                low = b;
            } else {
                high = b;
            }
        }
        return high;
    }

    /** The probability of at most k successes in n tries; summed as logarithms, as the terms of many tries are too small. */
    static double atMost(long k, long n, double b) {
        if (b <= 0 || b >= 1) {
            return b <= 0 || k >= n ? 1 : 0;
        }
        double odds = Math.log(b) - Math.log1p(-b);
        double term = n * Math.log1p(-b);
        double sum = Math.exp(term);
        for (long j = 1; j <= k; j++) {
            term += Math.log((double) (n - j + 1) / j) + odds;
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }
}
