package io.github.maskwatch.monitor.live;

import java.time.Duration;

/**
 * Counts of latencies in buckets that grow with the value, as in G. Tene's HdrHistogram: each power of two of microseconds is cut
 * into {@value #STEPS} equal steps, so that a percentile is right within 1/{@value #STEPS} (3 %) however long the run, in 9 kB.
 * One thread at a time.
 */
final class LatencyHistogram {
    private static final int STEP_BITS = 5;
    static final int STEPS = 1 << STEP_BITS;
    /** 2^36 µs is 19 hours: nothing is longer. */
    private static final int POWERS = 36 - STEP_BITS;

    private final long[] counts = new long[(POWERS + 1) * STEPS];
    private long total;

    void add(Duration latency) {
        counts[bucket(latency.toNanos() / 1000)]++;
        total++;
    }

    private int bucket(long micros) {
        if (micros < STEPS) {
            return (int) Math.max(0, micros);
        }
        int shift = 63 - Long.numberOfLeadingZeros(micros) - STEP_BITS;
        int index = ((shift + 1) << STEP_BITS) + (int) (micros >>> shift) - STEPS;
        return Math.min(index, counts.length - 1);
    }

    /** The middle of a bucket, µs. */
    private static double middle(int bucket) {
        if (bucket < STEPS) {
            return bucket + 0.5;
        }
        int shift = (bucket >> STEP_BITS) - 1;
        long low = (long) (STEPS + (bucket & (STEPS - 1))) << shift;
        return low + Math.scalb(0.5, shift);
    }

    /**
     * The nearest-rank percentile; zero where nothing was added.
     *
     * @param share 0–1
     */
    Duration percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Duration.ofNanos(Math.round(middle(i) * 1000));
            }
        }
        return Duration.ZERO;
    }

    Latency summary() {
        return new Latency(percentile(0.5), percentile(0.95));
    }
}
