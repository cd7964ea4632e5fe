package io.github.maskwatch.mask;

import io.github.maskwatch.face.Face;

/**
 * A face of a picture and what is said of its mask.
 *
 * @param called whether the most probable state is sure enough to be said; otherwise the honest answer is "cannot tell", and the
 *     prediction only tells what it may be
 */
public record MaskedFace(Face face, MaskPrediction prediction, boolean called) {

    /** One whose state is called. */
    public MaskedFace(Face face, MaskPrediction prediction) {
        this(face, prediction, true);
    }
}
