package io.github.maskwatch.inference.onnx;

import org.jspecify.annotations.Nullable;

/**
 * How a detector is run.
 *
 * @param threads threads that work on one frame, 1–64; the answers do not depend on it
 * @param side longer side to which a frame is brought (a small one at most doubled), px, 32–4096: less is faster, more finds smaller faces; null: what the
 *     model was made for
 * @param scoreFloor faces of at least this score are found, 0–1, if the network itself gives them .03 at least; 0: whatever it says; null: the
 *     model's working threshold
 */
public record DetectorConfig(
        int threads, @Nullable Integer side, @Nullable Double scoreFloor) {
    /** One thread, and what the model says. */
    public static final DetectorConfig DEFAULTS = new DetectorConfig(1, null, null);

    public DetectorConfig {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be in 1..64, got " + threads);
        }
        if (side != null && (side < DetectorDescription.MIN_SIDE || side > DetectorDescription.MAX_SIDE)) {
            throw new IllegalArgumentException("side must be in 32..4096 px, got " + side);
        }
        if (scoreFloor != null && !(scoreFloor >= 0 && scoreFloor <= 1)) {
            throw new IllegalArgumentException("scoreFloor must be in 0..1, got " + scoreFloor);
        }
    }

    public DetectorConfig withThreads(int other) {
        return new DetectorConfig(other, side, scoreFloor);
    }

    public DetectorConfig withSide(@Nullable Integer other) {
        return new DetectorConfig(threads, other, scoreFloor);
    }

    /** All faces down to this score, such as 0.0001 for an evaluation over all thresholds. */
    public DetectorConfig withScoreFloor(@Nullable Double other) {
        return new DetectorConfig(threads, side, other);
    }
}
