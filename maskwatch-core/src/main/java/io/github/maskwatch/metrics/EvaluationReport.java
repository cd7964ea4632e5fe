package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.List;

/**
 * How good a model is on a set of examples. Every figure follows from the judgements alone, so that the same ones give the same
 * report.
 *
 * @param accuracy share of examples called what they are
 * @param balancedAccuracy mean recall of the states that have examples
 * @param classes in the order of the matrix
 * @param logLoss mean negative logarithm of the probability given to the truth, nats per example; NaN without examples
 */
public record EvaluationReport(
        ConfusionMatrix confusion,
        Interval accuracy,
        Interval balancedAccuracy,
        List<ClassReport> classes,
        double logLoss,
        Calibration calibration) {
    /** A probability of 0 for the truth would make the whole mean infinite; scikit-learn clips, too. */
    private static final double LEAST_PROBABILITY = 1e-15;

    public EvaluationReport {
        classes = List.copyOf(classes);
    }

    /**
     * The figures of all judgements.
     *
     * @param states the states that can be true or said, in the order of the tables
     * @throws IllegalArgumentException if a judgement has another state
     */
    public static EvaluationReport of(List<MaskState> states, List<Judgement> judgements) {
        ConfusionMatrix confusion = ConfusionMatrix.of(states, judgements);
        return new EvaluationReport(
                confusion,
                confusion.accuracy(),
                confusion.balancedAccuracy(),
                confusion.states().stream()
                        .map(state -> classReport(confusion, state))
                        .toList(),
                judgements.stream()
                        .mapToDouble(EvaluationReport::loss)
                        .average()
                        .orElse(Double.NaN),
                Calibration.of(judgements));
    }

    private static ClassReport classReport(ConfusionMatrix confusion, MaskState state) {
        return new ClassReport(
                state,
                confusion.support(state),
                confusion.precision(state),
                confusion.recall(state),
                confusion.f1(state));
    }

    private static double loss(Judgement judgement) {
        MaskPrediction prediction = judgement.prediction();
        return -Math.log(Math.max(LEAST_PROBABILITY, Math.min(1, prediction.probability(judgement.truth()))));
    }

    /** Examples in all. */
    public long n() {
        return confusion.n();
    }
}
