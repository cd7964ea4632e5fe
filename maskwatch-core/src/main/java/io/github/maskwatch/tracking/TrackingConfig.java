package io.github.maskwatch.tracking;

import io.github.maskwatch.vote.VoteConfig;
import java.time.Duration;

/**
 * How faces are followed.
 *
 * @param highScore faces of at least this score are sure enough by themselves, 0–1; 0: all are, also to begin a track
 * @param birthScore a track begins with a face of at least this score, 0–1: somebody is there once a face was likelier than not
 * @param lowScore faces of at least this score may go on with a track, but never begin one, 0–1
 * @param highIou a sure face belongs to a track only if its box and the expected one, both grown by {@code reach}, overlap by this
 *     IoU, 0–1
 * @param lowIou the same for a face of a low score, 0–1
 * @param birthOverlap a face of which more than this share lies within one that has a track already is the same one again, 0–1
 * @param reach how far a face may have moved from where it was expected, face widths per second; by half of that the boxes grow to each
 *     side, up to twice their size
 * @param confirmWithin a face seen once is forgotten if it is not seen again within this time
 * @param lostAfter a track ends if its face was not seen for this time
 * @param doubtAfter a track ends if its face had only low scores for this time
 * @param gap after a longer time without any frame nobody knows who is who: all tracks end
 */
public record TrackingConfig(
        double highScore,
        double birthScore,
        double lowScore,
        double highIou,
        double lowIou,
        double birthOverlap,
        double reach,
        Duration confirmWithin,
        Duration lostAfter,
        Duration doubtAfter,
        Duration gap,
        VoteConfig vote) {

    public static final TrackingConfig DEFAULTS = new TrackingConfig(
            0.4,
            0.5,
            0.05,
            0.2,
            0.4,
            0.5,
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            VoteConfig.DEFAULTS);

    public TrackingConfig {
        requireShare("highScore", highScore);
        requireShare("birthScore", birthScore);
        requireShare("lowScore", lowScore);
        requireShare("highIou", highIou);
        requireShare("lowIou", lowIou);
        requireShare("birthOverlap", birthOverlap);
        if (!(reach >= 0)) {
            throw new IllegalArgumentException("reach must be at least 0, got " + reach);
        }
        requirePositive("confirmWithin", confirmWithin);
        requirePositive("lostAfter", lostAfter);
        requirePositive("doubtAfter", doubtAfter);
        requirePositive("gap", gap);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
    }

    /** What a track begins with: never an unsure face. */
    double leastToBegin() {
        return highScore == 0 ? 0 : Math.max(highScore, birthScore);
    }

    /** With the score from which on a detector finds a face. */
    public TrackingConfig withHighScore(double score) {
        return new TrackingConfig(
                score,
                birthScore,
                lowScore,
                highIou,
                lowIou,
                birthOverlap,
                reach,
                confirmWithin,
                lostAfter,
                doubtAfter,
                gap,
                vote);
    }
}
