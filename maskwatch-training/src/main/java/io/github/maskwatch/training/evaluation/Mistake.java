package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.Judgement;
import java.nio.file.Path;

/**
 * A photo that a model said wrong.
 *
 * @param label the true state as the folder has it
 * @param judgement folded to the states that the model tells
 */
public record Mistake(Path photo, MaskState label, Judgement judgement) {

    /** What the model said. */
    public MaskState said() {
        return judgement.said();
    }

    /** How sure it was of what it said, 0–1. */
    public double confidence() {
        return judgement.prediction().confidence();
    }

    /** 0–1; the lower, the worse the mistake. */
    public double probabilityOfTruth() {
        return judgement.prediction().probability(judgement.truth());
    }
}
