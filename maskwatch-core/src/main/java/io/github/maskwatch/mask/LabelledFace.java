package io.github.maskwatch.mask;

import io.github.maskwatch.geometry.Box;

/**
 * A face of a picture as a person marked it.
 *
 * @param box in the picture's own pixels
 * @param ignored whether it is to count neither for nor against a detector: too small, too blurred, or a crowd
 */
public record LabelledFace(Box box, MaskState state, boolean ignored) {

    public LabelledFace(Box box, MaskState state) {
        this(box, state, false);
    }

    /** The same mark about another place, such as in a scaled picture. */
    public LabelledFace withBox(Box other) {
        return new LabelledFace(other, state, ignored);
    }
}
