package io.github.maskwatch.monitor.live;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a live source counts as silent, and how it is opened again.
 *
 * @param openWithin time that opening may take; longer than {@code silentAfter}, because network streams are probed
 * @param firstFrameWithin time from the beginning of opening to the first frame of a source that did open; longer still, because a
 *     stream joined in its middle shows nothing until its next key frame, and a relay may pass on one in ten seconds and more. It is
 *     the last resort for a reader that hangs: that nothing comes at all the reader says sooner by itself
 * @param silentAfter time without a frame after which a source is silent, even if its reader hangs
 * @param firstDelay wait before the first new try
 * @param longestDelay what the waits, doubled from try to try, grow to
 * @param giveUpAfter time since the last frame after which nothing more is tried; null: never
 * @param patient whether a source that cannot be opened at the very start is tried again, too, instead of ending the run
 */
public record Reconnection(
        Duration openWithin,
        Duration firstFrameWithin,
        Duration silentAfter,
        Duration firstDelay,
        Duration longestDelay,
        @Nullable Duration giveUpAfter,
        boolean patient) {
    /** Ten seconds to open, then the half minute in which the reader of streams waits for a key frame. */
    public static final Duration FIRST_FRAME_WITHIN = Duration.ofSeconds(40);

    /** A wait is up to this share longer than its nominal length, so that many cameras behind one switch do not knock together. */
    static final double JITTER = 0.25;

    public Reconnection {
        requirePositive("openWithin", openWithin);
        requirePositive("silentAfter", silentAfter);
        if (firstFrameWithin.compareTo(openWithin) < 0) {
            throw new IllegalArgumentException(
                    "firstFrameWithin must be at least openWithin (" + openWithin + "), got " + firstFrameWithin);
        }
        requirePositive("firstDelay", firstDelay);
        if (longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "longestDelay must be at least firstDelay (" + firstDelay + "), got " + longestDelay);
        }
        if (giveUpAfter != null) {
            requirePositive("giveUpAfter", giveUpAfter);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
    }

    /** Silent after 5 s, tried again after 0.5 s, 1 s, 2 s … 30 s, for ever; a source that never opened ends the run. */
    public static Reconnection defaults() {
        return new Reconnection(
                Duration.ofSeconds(12),
                FIRST_FRAME_WITHIN,
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                null,
                false);
    }

    public Reconnection withGiveUpAfter(Duration limit) {
        return new Reconnection(openWithin, firstFrameWithin, silentAfter, firstDelay, longestDelay, limit, patient);
    }

    public Reconnection withPatience(boolean tryFromTheStart) {
        return new Reconnection(
                openWithin, firstFrameWithin, silentAfter, firstDelay, longestDelay, giveUpAfter, tryFromTheStart);
    }

    /**
     * The wait before a try: exponential back-off with jitter, never above {@code longestDelay}.
     *
     * @param attempt number of the try since the source was lost, from 1
     */
    Duration delay(int attempt, RandomGenerator random) {
        double doubled = firstDelay.toMillis() * Math.pow(2, attempt - 1.0);
        double jittered = Math.min(doubled, (double) longestDelay.toMillis()) * (1 + JITTER * random.nextDouble());
        return Duration.ofMillis(Math.min(longestDelay.toMillis(), Math.round(jittered)));
    }
}
