package io.github.maskwatch.vote;

import java.time.Duration;

/**
 * How looks become a vote. The defaults were chosen on clips; docs/tracking.md has the figures.
 *
 * @param leastLooks looks before anything is called, at least 1
 * @param looksPerSecond looks at one face of which as many can be thought of as independent in a second; frames that come faster weigh
 *     less each, because neighbours make the same mistakes
 * @param likeness correlation between the mistakes of all looks at one face, 0–1: however many there are, they are worth 1 / likeness
 *     independent ones at most
 * @param memory time after which a look weighs 1 / e of what it did
 * @param halfSide a face whose shorter side is this long weighs a half of a large one, px
 * @param halfSharpness a face of this {@link io.github.maskwatch.image.Sharpness} weighs a half of a very sharp one
 * @param leastProbability a state's probability counts as at least this, so that no single look decides alone
 * @param callProbability how probable a state must be to be called
 * @param keepProbability how probable a called state must remain, at least a half
 * @param callShare share of the looks that must each call the state, too: looks of which each cannot tell do not become sure by
 *     being many
 * @param keepShare share of the looks that must each call it for it to remain called
 * @param changeEvidence log-likelihood ratio over a change's looks from which on it is believed, nats
 * @param changeSlack log-likelihood ratio by which an independent look must speak for a change to count towards it, nats
 */
public record VoteConfig(
        int leastLooks,
        double looksPerSecond,
        double likeness,
        Duration memory,
        double halfSide,
        double halfSharpness,
        double leastProbability,
        double callProbability,
        double keepProbability,
        double callShare,
        double keepShare,
        double changeEvidence,
        double changeSlack) {

    public static final VoteConfig DEFAULTS =
            new VoteConfig(3, 4, 0.4, Duration.ofSeconds(3), 16, 0.3, 0.02, 0.9, 0.6, 1 / 3.0, 1 / 6.0, 4, 0.5);

    public VoteConfig {
        if (leastLooks < 1) {
            throw new IllegalArgumentException("leastLooks must be at least 1, got " + leastLooks);
        }
        requirePositive("looksPerSecond", looksPerSecond);
        requireShare("likeness", likeness);
        requirePositive("memory", memory.toNanos() / 1e9);
        requirePositive("halfSide", halfSide);
        requirePositive("halfSharpness", halfSharpness);
        if (!(leastProbability > 0 && leastProbability < 1 / 3.0)) {
            throw new IllegalArgumentException("leastProbability must be between 0 and 1/3, got " + leastProbability);
        }
        requireShare("callProbability", callProbability);
        if (!(keepProbability >= 0.5 && keepProbability <= callProbability)) {
            throw new IllegalArgumentException(
                    "keepProbability must be in 0.5..callProbability, got " + keepProbability);
        }
        requireShare("callShare", callShare);
        if (!(keepShare >= 0 && keepShare <= callShare)) {
            throw new IllegalArgumentException("keepShare must be in 0..callShare, got " + keepShare);
        }
        requirePositive("changeEvidence", changeEvidence);
        if (!(changeSlack >= 0)) {
            throw new IllegalArgumentException("changeSlack must be at least 0, got " + changeSlack);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }
}
