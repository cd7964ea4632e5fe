package io.github.maskwatch.monitor.live;

import java.util.Arrays;

/**
 * Events per second over the last {@value #WINDOW_SECONDS} s, in buckets of an eighth of a second: bounded, however many events
 * there are. One thread at a time.
 */
final class RateMeter {
    static final int WINDOW_SECONDS = 3;

    private static final long BUCKET_NANOS = 125_000_000;
    private static final int BUCKETS = WINDOW_SECONDS * 8;

    private final long[] counts = new long[BUCKETS];
    private boolean begun;
    private long firstNanos;
    private long bucket;

    void event(long nowNanos) {
        if (!begun) {
            begun = true;
            firstNanos = nowNanos;
        }
        advance(nowNanos);
        counts[(int) (bucket % BUCKETS)]++;
    }

    /** Events per second; 0 before the second event. */
    double perSecond(long nowNanos) {
        if (!begun || nowNanos <= firstNanos) {
            return 0;
        }
        advance(nowNanos);
        long elapsed = nowNanos - firstNanos;
        long intoBucket = elapsed - bucket * BUCKET_NANOS;
        long covered = Math.min(elapsed, (BUCKETS - 1) * BUCKET_NANOS + intoBucket);
        long events = Arrays.stream(counts).sum();
        // The very first event opens the time that is measured; it does not belong to a gap between two.
        long gaps = covered == elapsed ? events - 1 : events;
        return gaps * 1e9 / covered;
    }

    private void advance(long nowNanos) {
        long current = Math.max(bucket, (nowNanos - firstNanos) / BUCKET_NANOS);
        for (long b = Math.max(bucket + 1, current - BUCKETS + 1); b <= current; b++) {
            counts[(int) (b % BUCKETS)] = 0;
        }
        bucket = current;
    }
}
