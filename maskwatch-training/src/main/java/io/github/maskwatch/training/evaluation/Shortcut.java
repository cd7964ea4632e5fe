package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskPrediction;
import java.util.List;

/** A way to guess the label of a photo without looking at the face. */
interface Shortcut {
    String name();

    /** What it sees and how it learns. */
    String method();

    /**
     * Learns from the one and says of the other, in the same order: with or without mask.
     *
     * @param learned photos with and without mask, some of each
     */
    List<MaskPrediction> say(List<Glimpse> learned, List<Glimpse> asked);
}
