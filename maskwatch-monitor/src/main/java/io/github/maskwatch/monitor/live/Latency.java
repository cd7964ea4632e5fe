package io.github.maskwatch.monitor.live;

import java.time.Duration;

/**
 * From reading a frame to its drawn picture.
 *
 * @param median zero where nothing was measured
 * @param p95 the 95th percentile; zero where nothing was measured
 */
public record Latency(Duration median, Duration p95) {
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);
}
