package io.github.maskwatch.rate;

import io.github.maskwatch.zone.Headcount;

/** What was said of those who were counted there and then; {@link WearingEstimator} makes a rate of it. */
public record RateCount(RateSeries series, RateWindow window, Headcount passages) {}
