package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
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
}
