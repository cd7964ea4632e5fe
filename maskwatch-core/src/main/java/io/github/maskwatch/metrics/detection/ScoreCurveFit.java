package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the {@link ScoreCurve} that makes what is true of the answers as probable as possible: an answer that found a face is one, any other,
 * a second about the same face included, is none; those on ignored marks say nothing. The loss is convex, and Newton's steps find its least
 * value; Platt's smoothed targets keep it finite where a score separates all. To be fitted on a validation set.
 */
final class ScoreCurveFit {
    /** Of either kind. */
    static final int LEAST_ANSWERS = 30;

    private static final double LEAST_SCORE = 1e-6;
    private static final int MOST_STEPS = 60;
    private static final double DONE = 1e-10;

    private final double[] logits;
    private final double[] targets;

    private ScoreCurveFit(List<Double> faces, List<Double> others) {
        logits = Stream.concat(faces.stream(), others.stream())
                .mapToDouble(ScoreCurveFit::logit)
                .toArray();
        targets = new double[logits.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = i < faces.size() ? (faces.size() + 1.0) / (faces.size() + 2.0) : 1 / (others.size() + 2.0);
        }
    }

    /** {@link ScoreCurve#NONE} where there are too few answers of either kind, or where a higher score does not mean a likelier face. */
    static ScoreCurve fit(List<JudgedScene> validation) {
        List<Double> faces = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (JudgedScene scene : validation) {
            ScenePairs pairs = ScenePairs.of(scene, 0);
            pairs.pairs().forEach(pair -> faces.add(score(pair.answer())));
            pairs.falseAlarms().forEach(answer -> others.add(score(answer)));
        }
        if (Math.min(faces.size(), others.size()) < LEAST_ANSWERS) {
            return ScoreCurve.NONE;
        }
        return new ScoreCurveFit(faces, others).fit();
    }

    private static double score(MaskedFace answer) {
        return answer.face().score();
    }

    private static double logit(double score) {
        double inside = Math.min(Math.max(score, LEAST_SCORE), 1 - LEAST_SCORE);
        return Math.log(inside / (1 - inside));
    }

    private ScoreCurve fit() {
        double slope = 1;
        double shift = 0;
        double loss = loss(slope, shift);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = step(slope, shift);
            double share = 1;
            double next = loss(slope - step[0], shift - step[1]);
            while (next > loss && share > DONE) {
                share /= 2;
                next = loss(slope - share * step[0], shift - share * step[1]);
            }
            if (!(loss - next > DONE * loss)) {
                break;
            }
            slope -= share * step[0];
            shift -= share * step[1];
            loss = next;
        }
        return slope > 0 ? new ScoreCurve(slope, shift) : ScoreCurve.NONE;
    }

    /** The gradient in units of the curvature: (H + tiny I)^-1 g. */
    private double[] step(double slope, double shift) {
        double gradientSlope = 0;
        double gradientShift = 0;
        double both = 0;
        double onlySlope = DONE;
        double onlyShift = DONE;
        for (int i = 0; i < logits.length; i++) {
            double x = logits[i];
            double p = 1 / (1 + Math.exp(-(slope * x + shift)));
            double bend = p * (1 - p);
            gradientSlope += (p - targets[i]) * x;
            gradientShift += p - targets[i];
            onlySlope += bend * x * x;
            both += bend * x;
            onlyShift += bend;
        }
        double determinant = onlySlope * onlyShift - both * both;
        return new double[] {
            (onlyShift * gradientSlope - both * gradientShift) / determinant,
            (onlySlope * gradientShift - both * gradientSlope) / determinant
        };
    }

    /** Negative log likelihood, nats: of z = slope x + shift, {@code log(1 + exp(z)) - target z}. */
    private double loss(double slope, double shift) {
        double loss = 0;
        for (int i = 0; i < logits.length; i++) {
            double z = slope * logits[i] + shift;
            loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[i] * z;
        }
        return loss;
    }
}
