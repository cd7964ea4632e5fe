package io.github.maskwatch.training.scene;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;

/**
 * What a detector is to find.
 *
 * @param box px of the picture that the network sees
 * @param ambiguous whether {@code WITHOUT_MASK} may also be a mask worn incorrectly, because whoever labelled it had no such class
 * @param ignored whether finding it is neither right nor wrong
 */
public record TargetFace(Box box, MaskState state, boolean ambiguous, boolean ignored) {

    /** As the label of somebody who had a class for masks worn incorrectly, or had none. */
    public static TargetFace of(LabelledFace face, boolean tellsIncorrect) {
        boolean ambiguous = !tellsIncorrect && face.state() == MaskState.WITHOUT_MASK;
        return new TargetFace(face.box(), face.state(), ambiguous, face.ignored());
    }

    /** Whether an answer of this state is right as far as one knows. */
    public boolean allows(MaskState answer) {
        return answer == state || (ambiguous && answer == MaskState.WORN_INCORRECTLY);
    }
}
