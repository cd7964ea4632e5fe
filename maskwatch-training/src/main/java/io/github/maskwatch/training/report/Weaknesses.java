package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a model fails: what every model of this kind has in common, and what its own figures show. A sentence each. */
final class Weaknesses {
    private static final double POOR_RECALL = 0.8;
    private static final double POOR_CALIBRATION = 0.05;

    private Weaknesses() {}

    static List<String> of(Evaluation evaluation) {
        List<String> found = new ArrayList<>();
        EvaluationReport whole = evaluation.headline();
        Stream.concat(evaluation.bySize().stream(), evaluation.bySource().stream())
                .filter(slice ->
                        slice.report().accuracy().high() < whole.accuracy().value())
                .map(slice -> below(slice, whole))
                .forEach(found::add);
        thirdClass(evaluation, found);
        if (whole.calibration().error() > POOR_CALIBRATION) {
            found.add("Its probabilities are off by "
                    + Figures.decimal(whole.calibration().error(), 3) + " on average (expected calibration error).");
        }
        evaluation.shortcutWarning().ifPresent(found::add);
        found.add(
                "The figures hold for photos like those measured here; expect less with people, cameras and light that it"
                        + " never saw.");
        found.add("A hand, scarf, cup or beard over the mouth may be taken for a mask.");
        found.add("It wants one face, cut out a little wider than the face itself; other crops make it worse.");
        return List.copyOf(found);
    }

    private static String below(Slice slice, EvaluationReport whole) {
        return "It is worse than on the whole ("
                + Figures.percent(whole.accuracy().value()) + ") on the photos "
                + slice.name() + ": " + Figures.percent(slice.report().accuracy()) + " of "
                + Figures.count(slice.report().n()) + ".";
    }

    private static void thirdClass(Evaluation evaluation, List<String> found) {
        if (!evaluation.modelStates().contains(MaskState.WORN_INCORRECTLY)) {
            found.add("It does not know masks worn incorrectly: it says with or without.");
            return;
        }
        evaluation.threeStates().stream()
                .flatMap(report -> report.classes().stream())
                .filter(state -> state.state() == MaskState.WORN_INCORRECTLY)
                .filter(state -> state.support() > 0 && state.recall().value() < POOR_RECALL)
                .map(Weaknesses::poorRecall)
                .forEach(found::add);
    }

    private static String poorRecall(ClassReport state) {
        return "Of masks worn incorrectly it recognises only " + Figures.percent(state.recall()) + " of "
                + Figures.count(state.support()) + ".";
    }
}
