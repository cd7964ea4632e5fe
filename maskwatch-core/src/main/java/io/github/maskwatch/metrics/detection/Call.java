package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.util.List;

/**
 * A face that a detector found and could call.
 *
 * @param said the state that it would call
 * @param confidence {@link MaskedFace#surety() how sure} the answer is, 0–1
 * @param wrong whether the face is of another one
 */
public record Call(MaskState said, double confidence, boolean wrong) {

    /** What could be called of the faces found; wrong is what {@link FacePair#right()} denies. */
    public static List<Call> of(List<FacePair> pairs) {
        return pairs.stream()
                .map(pair -> new Call(
                        pair.answer().prediction().state(), pair.answer().surety(), !pair.right()))
                .toList();
    }
}
