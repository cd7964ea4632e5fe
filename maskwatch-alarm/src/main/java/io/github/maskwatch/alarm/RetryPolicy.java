package io.github.maskwatch.alarm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When what did not arrive is tried again: exponential back-off with full jitter on its upper half, so that many senders do not knock together.
 *
 * @param firstDelay before the first repetition
 * @param longestDelay what the delays, doubled from try to try, grow to; also the longest that a receiver may ask for
 * @param giveUpAfter age of an alarm from which on a failed attempt was its last
 * @param lookEvery how often the outbox is looked at without being told of anything new
 */
public record RetryPolicy(Duration firstDelay, Duration longestDelay, Duration giveUpAfter, Duration lookEvery) {
    public RetryPolicy {
        requirePositive("firstDelay", firstDelay);
        requirePositive("giveUpAfter", giveUpAfter);
        requirePositive("lookEvery", lookEvery);
        if (longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "longestDelay must be at least firstDelay (" + firstDelay + "), got " + longestDelay);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
    }

    /** Tried again after 1 s, 2 s, 4 s … 2 min, for a day; the outbox is looked at every 10 s. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(
                Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofDays(1), Duration.ofSeconds(10));
    }

    /**
     * The wait before a repetition: between a half and the whole of the doubled delay.
     *
     * @param failures so far, at least 1
     */
    Duration delay(int failures, RandomGenerator random) {
        double doubled = firstDelay.toMillis() * Math.pow(2, failures - 1.0);
        double most = Math.min(doubled, (double) longestDelay.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(most * (0.5 + random.nextDouble() / 2))));
    }
}
