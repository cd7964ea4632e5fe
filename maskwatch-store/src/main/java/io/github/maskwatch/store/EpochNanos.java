package io.github.maskwatch.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Times and durations as one number of nanoseconds, as tables and Parquet have them: the years 1678 to 2261. */
public final class EpochNanos {
    private static final long PER_SECOND = 1_000_000_000;

    private EpochNanos() {}

    /**
     * Nanoseconds since 1970.
     *
     * @throws IllegalArgumentException outside of 1678 to 2261
     */
    public static long of(Instant time) {
        try {
            return exact(time.getEpochSecond(), time.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("an event's time must lie in the years 1678 to 2261, got " + time, e);
        }
    }

    /** As {@link #of(Instant)}; what lies outside becomes the end of what can be told. For limits of queries. */
    public static long clamped(Instant time) {
        try {
            return exact(time.getEpochSecond(), time.getNano());
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** @throws IllegalArgumentException if it is longer than 292 years */
    public static long of(Duration duration) {
        try {
            return exact(duration.getSeconds(), duration.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a stay must be shorter than 292 years, got " + duration, e);
        }
    }

    /** The moment. */
    public static Instant time(long nanos) {
        try {
            return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
        } catch (DateTimeException e) {
            throw new IllegalStateException("every number of nanoseconds is a time", e);
        }
    }

    // Seconds times a billion may leave the range by less than the nanoseconds bring back.
    private static long exact(long seconds, int nanos) {
        return seconds < 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, PER_SECOND), nanos - PER_SECOND)
                : Math.addExact(Math.multiplyExact(seconds, PER_SECOND), nanos);
    }
}
