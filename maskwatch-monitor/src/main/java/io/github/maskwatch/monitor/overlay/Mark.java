package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskedFace;

/**
 * A box to be drawn and what it says.
 *
 * @param box px of the picture; what lies outside is cut off
 * @param probability of the most probable state, 0–1
 */
public record Mark(Box box, Verdict verdict, double probability) {
    public Mark {
        if (!(probability >= 0 && probability <= 1 + 1e-5)) {
            throw new IllegalArgumentException("probability must be in 0..1, got " + probability);
        }
    }

    public static Mark of(MaskedFace face) {
        return new Mark(face.face().box(), Verdict.of(face), face.prediction().confidence());
    }

    /** Never 100 %: no classifier is certain, only rounded. Empty where nothing is called: a number would say that something is. */
    String percent() {
        if (verdict == Verdict.CANNOT_TELL) {
            return "";
        }
        return Math.min(99, Math.round(probability * 100)) + "%";
    }

    String text() {
        return (verdict.label() + " " + percent()).strip();
    }
}
