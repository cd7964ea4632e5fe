package io.github.maskwatch.live;

import java.util.random.RandomGenerator;

/** Always zero. */
final class NoJitter implements RandomGenerator {
    @Override
    public long nextLong() {
        return 0;
    }
}
