package io.github.maskwatch.metrics;

/**
 * An estimate with its confidence interval.
 *
 * @param low not above {@code value}
 * @param high not below {@code value}
 */
public record Interval(double value, double low, double high) {
    /** The 97.5 % point of the normal distribution: two-sided 95 %. */
    private static final double Z95 = 1.959963984540054;

    /**
     * A share {@code successes / n} with Wilson's 95 % score interval (E. B. Wilson, "Probable inference, the law of succession,
     * and statistical inference", JASA 22, 1927), which stays inside 0–1 and is right for small n, too.
     *
     * @return value NaN with interval 0–1 where {@code n = 0}: nothing was seen, so nothing is known
     */
    public static Interval wilson95(long successes, long n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be in 0.." + n + ", got " + successes);
        }
        if (n == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        double p = (double) successes / n;
        double z2 = Z95 * Z95;
        double center = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new Interval(p, Math.min(p, Math.max(0, center - half)), Math.max(p, Math.min(1, center + half)));
    }
}
