package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;

/**
 * One look at a face.
 *
 * @param position when, since the source's start
 * @param called whether the look by itself is sure enough of its most probable state
 * @param quality what it is worth beside a large and sharp look, 0–1
 */
public record Look(Duration position, MaskPrediction prediction, boolean called, double quality) {
    public Look {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be in 0..1, got " + quality);
        }
    }

    /** Log-probability of the state, nats, at least that of {@code leastProbability}. */
    double log(MaskState state, double leastProbability) {
        return Math.log(Math.max(leastProbability, prediction.probability(state)));
    }
}
