package io.github.maskwatch.monitor.fleet;

import java.time.Duration;

/**
 * Holds the processor time of the workers under a share of the machine: a token bucket whose tokens are nanoseconds of one processor. It
 * fills at the rate of the budget, and is charged with what a piece of work took when that is known. Work begins only on a bucket that is
 * not empty, and is never broken off, so that over any time t
 *
 * <pre>
 * work ≤ processors · t + burst + workers · longest piece of work
 * </pre>
 *
 * One thread at a time.
 */
final class BusyBudget {
    private final double processors;
    private final double burstNanos;
    private double tokens;
    private long atNanos;
    private long workedNanos;

    /**
     * @param processors how many may be busy on average, above 0; may be a fraction
     * @param burst how long so many may be busy beyond it after a quiet time
     */
    BusyBudget(double processors, Duration burst, long nowNanos) {
        this.processors = processors;
        burstNanos = burst.toNanos() * processors;
        tokens = burstNanos;
        atNanos = nowNanos;
    }

    /** How long until work may begin, ns; 0: now. */
    long waitNanos(long nowNanos) {
        long passed = Math.max(0, nowNanos - atNanos);
        atNanos += passed;
        tokens = Math.min(burstNanos, tokens + processors * passed);
        return tokens > 0 ? 0 : (long) Math.ceil((1 - tokens) / processors);
    }

    /** @param workNanos that a piece of work took */
    void charge(long workNanos) {
        tokens -= workNanos;
        workedNanos += workNanos;
    }

    /** All work so far. */
    Duration worked() {
        return Duration.ofNanos(workedNanos);
    }
}
