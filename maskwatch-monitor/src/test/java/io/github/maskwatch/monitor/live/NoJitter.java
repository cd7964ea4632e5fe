package io.github.maskwatch.monitor.live;

import java.util.random.RandomGenerator;

/** Always zero. */
final class NoJitter implements RandomGenerator {
    @Override
    public long nextLong() {
        return 0;
    }
}
