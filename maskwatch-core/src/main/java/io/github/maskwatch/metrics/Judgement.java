package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;

/** One example: what it truly is, and what a model says of it. */
public record Judgement(MaskState truth, MaskPrediction prediction) {

    /** What the model says: its most probable state. */
    public MaskState said() {
        return prediction.state();
    }

    public boolean correct() {
        return truth == said();
    }
}
