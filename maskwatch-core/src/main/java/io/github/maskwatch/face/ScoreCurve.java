package io.github.maskwatch.face;

/**
 * How probable a face is of which a network says a score: {@code logit p = slope * logit score + shift}, so that of the faces of a
 * score of .7 some 70 % are faces (Platt scaling: J. Platt, "Probabilistic outputs for support vector machines and comparisons to
 * regularized likelihood methods", 1999). It never changes which of two faces is the surer one.
 *
 * @param slope above 0: above 1 what is likely becomes likelier, and what is unlikely more unlikely
 * @param shift finite: above 0 all becomes likelier
 */
public record ScoreCurve(double slope, double shift) {
    /** Changes nothing. */
    public static final ScoreCurve NONE = new ScoreCurve(1, 0);

    public ScoreCurve {
        if (!(slope > 0) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("slope must be a finite number above 0, got " + slope);
        }
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("shift must be finite, got " + shift);
        }
    }

    /** The probability, 0–1, of a score of this logit. */
    public double ofLogit(double logit) {
        return 1 / (1 + Math.exp(-(slope * logit + shift)));
    }

    /** The probability, 0–1, of this score, 0–1. */
    public double of(double score) {
        return ofLogit(Math.log(score / (1 - score)));
    }

    /** The logit of the score that is this probable, 0–1; infinite at the ends. */
    public double logitAt(double probability) {
        return (Math.log(probability / (1 - probability)) - shift) / slope;
    }
}
