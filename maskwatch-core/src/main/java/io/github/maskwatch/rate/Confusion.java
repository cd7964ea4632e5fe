package io.github.maskwatch.rate;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.detection.FacePair;
import io.github.maskwatch.zone.Headcount;
import java.util.List;

/**
 * What was said of labelled faces that were found, "cannot tell" being an answer as well: how often a detector errs, and how well that is
 * known. The faces must not have been used for training it or for choosing its thresholds.
 *
 * @param withMask what was said of faces with a mask; of at least one a state
 * @param withoutMask of faces without one; of at least one a state
 * @param wornIncorrectly of faces with a mask worn incorrectly; may be nobody, and then the three states cannot be told apart
 * @param origin which detector on which faces, one line
 */
public record Confusion(Headcount withMask, Headcount withoutMask, Headcount wornIncorrectly, String origin) {
    public Confusion {
        requireTold(MaskState.WITH_MASK, withMask);
        requireTold(MaskState.WITHOUT_MASK, withoutMask);
        if (origin.isBlank()) {
            throw new IllegalArgumentException("a confusion's origin must not be blank");
        }
    }

    private static void requireTold(MaskState truth, Headcount said) {
        if (said.told() == 0) {
            throw new IllegalArgumentException(
                    "of at least one face " + truth.label() + " a state must have been said, got " + said);
        }
    }

    /**
     * Of the faces that a detector found at its working threshold.
     *
     * @param pairs those whose annotations do not tell "worn incorrectly" from "without mask" are left out
     */
    public static Confusion of(List<FacePair> pairs, String origin) {
        return new Confusion(
                said(pairs, MaskState.WITH_MASK),
                said(pairs, MaskState.WITHOUT_MASK),
                said(pairs, MaskState.WORN_INCORRECTLY),
                origin);
    }

    /** What was said of the faces that are truly in that state, as {@link #of}. */
    public static Headcount said(List<FacePair> pairs, MaskState truth) {
        Headcount said = Headcount.NOBODY;
        for (FacePair pair : pairs) {
            if (pair.tellsIncorrect() && pair.truth().state() == truth) {
                said = said.plus(
                        pair.answer().called() ? pair.answer().prediction().state() : null);
            }
        }
        return said;
    }

    /** What was said of faces that are truly in that state. */
    public Headcount said(MaskState truth) {
        return switch (truth) {
            case WITH_MASK -> withMask;
            case WITHOUT_MASK -> withoutMask;
            case WORN_INCORRECTLY -> wornIncorrectly;
        };
    }

    /** What was said of faces that wear no mask as they should. */
    Headcount notWearing() {
        return withoutMask.plus(wornIncorrectly);
    }
}
