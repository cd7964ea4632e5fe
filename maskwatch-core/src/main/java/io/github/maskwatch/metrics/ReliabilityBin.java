package io.github.maskwatch.metrics;

/**
 * The examples whose most probable state had a probability in {@code (low, high]}.
 *
 * @param confidence their mean probability, 0–1; NaN where the bin is empty
 * @param accuracy the share of them that is right
 * @param n how many they are
 */
public record ReliabilityBin(double low, double high, double confidence, Interval accuracy, long n) {}
