package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.metrics.Judgement;
import java.nio.file.Path;

/** A labelled photo and what a classifier says of it. */
public record JudgedPhoto(Glimpse glimpse, MaskPrediction prediction) {

    public Path photo() {
        return glimpse.example().photo();
    }

    public Judgement judgement() {
        return new Judgement(glimpse.example().label(), prediction);
    }
}
