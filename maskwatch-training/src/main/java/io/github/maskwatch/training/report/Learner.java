package io.github.maskwatch.training.report;

import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What learned, and so what the figures of its epochs mean. */
enum Learner {
    CLASSIFIER,
    DETECTOR;

    /** Heads of the table of epochs. */
    List<String> columns() {
        return switch (this) {
            case CLASSIFIER ->
                List.of("epoch", "loss", "accuracy", "validation loss", "validation accuracy", "photos/s", "seconds");
            case DETECTOR ->
                List.of("epoch", "loss", "classes right", "1 - mAP50", "found and right", "squares/s", "seconds");
        };
    }

    /** What the kept epoch has the lowest of. */
    String criterion() {
        return switch (this) {
            case CLASSIFIER -> "validation loss";
            case DETECTOR -> "value of 1 - mAP50 on the validation scenes (mean of two and three classes)";
        };
    }

    /** How the figures are to be read, in a sentence. */
    String remark() {
        return switch (this) {
            case CLASSIFIER ->
                " Training figures are measured on augmented photos with dropout, so that they may be worse than those of"
                        + " validation.";
            case DETECTOR ->
                " What is judged is the exported file with averaged weights, at its size of frame; the loss is that of"
                        + " augmented squares.";
        };
    }

    /** What is made smaller. */
    Drawing loss(TrainingHistory history) {
        return switch (this) {
            case CLASSIFIER ->
                LineChart.loss(
                        "Loss (cross-entropy, nats)",
                        List.of(
                                series(history, "training", "mw-b", EpochResult::trainLoss),
                                series(history, "validation", "mw-a", EpochResult::validationLoss)),
                        kept(history));
            case DETECTOR ->
                LineChart.loss(
                        "Loss of training",
                        List.of(series(history, "training", "mw-b", EpochResult::trainLoss)),
                        kept(history));
        };
    }

    /** What is made larger. */
    Drawing accuracy(TrainingHistory history) {
        return switch (this) {
            case CLASSIFIER ->
                LineChart.share(
                        "Accuracy",
                        List.of(
                                series(history, "training", "mw-b", EpochResult::trainAccuracy),
                                series(history, "validation", "mw-a", EpochResult::validationAccuracy)),
                        kept(history));
            case DETECTOR ->
                LineChart.share(
                        "On the validation scenes",
                        List.of(
                                series(history, "found and right", "mw-b", EpochResult::validationAccuracy),
                                series(history, "mean mAP50", "mw-a", epoch -> 1 - epoch.validationLoss())),
                        kept(history));
        };
    }

    private static int kept(TrainingHistory history) {
        return history.kept().map(EpochResult::epoch).orElse(0);
    }

    private static Series series(
            TrainingHistory history, String name, String style, ToDoubleFunction<EpochResult> value) {
        return new Series(
                name,
                style,
                history.epochs().stream().mapToDouble(value).boxed().toList());
    }
}
