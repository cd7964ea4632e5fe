package io.github.maskwatch.monitor.fleet;

import java.time.Duration;

/**
 * Holds the time that workers are busy under a share of the machine: a token bucket whose tokens are nanoseconds of one processor. It
 * fills at the rate of the budget and empties while somebody works. Work begins only on a bucket that is not empty, and is never
 * broken off, so that over any time t
 *
 * <pre>
 * busy ≤ processors · t + burst + workers · longest piece of work
 * </pre>
 *
 * One thread at a time.
 */
final class BusyBudget {
    private final double processors;
    private final double burstNanos;
    private double tokens;
    private long atNanos;
    private int working;
    private double busyNanos;

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

    private void moveTo(long nowNanos) {
        long passed = Math.max(0, nowNanos - atNanos);
        atNanos += passed;
        busyNanos += (double) working * passed;
        tokens = Math.min(burstNanos, tokens + (processors - working) * passed);
    }

    /** How long until work may begin; 0: now. {@link Long#MAX_VALUE}: not before somebody ends. */
    long waitNanos(long nowNanos) {
        moveTo(nowNanos);
        if (tokens > 0) {
            return 0;
        }
        double filling = processors - working;
        return filling > 0 ? (long) Math.ceil((1 - tokens) / filling) : Long.MAX_VALUE;
    }

    void begin(long nowNanos) {
        moveTo(nowNanos);
        working++;
    }

    void end(long nowNanos) {
        moveTo(nowNanos);
        working--;
    }

    /** Time that workers were busy, all together. */
    Duration busy(long nowNanos) {
        moveTo(nowNanos);
        return Duration.ofNanos((long) busyNanos);
    }
}
