package io.github.maskwatch.mask;

import io.github.maskwatch.face.Face;

/**
 * A face of a picture and what is said of its mask.
 *
 * @param called whether the most probable state is sure enough to be said; otherwise the honest answer is "cannot tell", and the
 *     prediction only tells what it may be
 */
public record MaskedFace(Face face, MaskPrediction prediction, boolean called) {

    /**
     * How sure the answer is as a whole, 0–1: that there is a face where the box is, times that its state is the one said. What a state is
     * called by; a network that has hardly seen a face is no better a judge of its mask for being sure of it.
     */
    public double surety() {
        return face.score() * prediction.confidence();
    }

    /** One whose state is called. */
    public MaskedFace(Face face, MaskPrediction prediction) {
        this(face, prediction, true);
    }
}
