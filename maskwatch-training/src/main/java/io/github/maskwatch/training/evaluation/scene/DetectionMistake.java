package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a detector got wrong.
 *
 * @param truth the face; null for a false alarm
 * @param answer what was offered; for a face that was missed what overlaps it most, however low its score, or null if nothing does
 */
public record DetectionMistake(
        SceneJudgement scene,
        Kind kind,
        @Nullable LabelledFace truth,
        @Nullable MaskedFace answer) {

    /** What went wrong. */
    public enum Kind {
        MISSED,
        FALSE_ALARM,
        WRONG_STATE
    }

    /** Where to look. */
    public Box box() {
        return truth == null ? Objects.requireNonNull(answer).face().box() : truth.box();
    }
}
