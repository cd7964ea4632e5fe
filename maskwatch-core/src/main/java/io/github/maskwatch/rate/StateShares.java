package io.github.maskwatch.rate;

import io.github.maskwatch.metrics.Interval;

/**
 * Shares of people in the three states; the values add up to 1, or are NaN with the interval 0–1. Each interval is of 95 % by itself.
 */
public record StateShares(Interval withMask, Interval withoutMask, Interval wornIncorrectly) {}
