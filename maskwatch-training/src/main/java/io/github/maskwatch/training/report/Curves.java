package io.github.maskwatch.training.report;

import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The two charts of a training history. */
final class Curves {
    private Curves() {}

    static Drawing loss(TrainingHistory history) {
        return LineChart.loss(
                "Loss (cross-entropy, nats)",
                List.of(
                        series(history, "training", "mw-b", EpochResult::trainLoss),
                        series(history, "validation", "mw-a", EpochResult::validationLoss)),
                best(history));
    }

    static Drawing accuracy(TrainingHistory history) {
        return LineChart.share(
                "Accuracy",
                List.of(
                        series(history, "training", "mw-b", EpochResult::trainAccuracy),
                        series(history, "validation", "mw-a", EpochResult::validationAccuracy)),
                best(history));
    }

    private static int best(TrainingHistory history) {
        return history.best().map(EpochResult::epoch).orElse(0);
    }

    private static Series series(
            TrainingHistory history, String name, String style, ToDoubleFunction<EpochResult> value) {
        return new Series(
                name,
                style,
                history.epochs().stream().mapToDouble(value).boxed().toList());
    }
}
