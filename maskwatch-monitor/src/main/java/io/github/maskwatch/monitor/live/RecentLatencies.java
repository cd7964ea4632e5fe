package io.github.maskwatch.monitor.live;

import java.time.Duration;
import java.util.Arrays;

/** The latencies of the last {@value #SIZE} frames, exactly. One thread at a time. */
final class RecentLatencies {
    static final int SIZE = 200;

    private final long[] nanos = new long[SIZE];
    private long added;

    void add(Duration latency) {
        nanos[(int) (added++ % SIZE)] = latency.toNanos();
    }

    /** Nearest-rank percentiles. */
    Latency summary() {
        int n = (int) Math.min(added, SIZE);
        if (n == 0) {
            return Latency.NONE;
        }
        long[] sorted = Arrays.copyOf(nanos, n);
        Arrays.sort(sorted);
        return new Latency(at(sorted, 0.5), at(sorted, 0.95));
    }

    private static Duration at(long[] sorted, double share) {
        return Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
