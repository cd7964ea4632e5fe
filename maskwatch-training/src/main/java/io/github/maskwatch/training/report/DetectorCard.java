package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.QuestionFigures;
import io.github.maskwatch.training.evaluation.scene.Slices;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What comes with a detector's file (after M. Mitchell and others, "Model cards for model reporting", FAT* 2019).
 *
 * @param name for people
 * @param network its size, in a line
 * @param parameters how many numbers were learned
 * @param side longer side of the frame that it is used at, px
 * @param command that made it
 * @param epochs trained in all
 * @param keptEpoch whose weights these are
 * @param duration of training and validation, all resumed parts together
 * @param data what it was trained on, and how that was split
 * @param dataHash SHA-256 over names, faces and bytes of all photos, hexadecimal
 * @param calibration how sure it may sound and when it calls a state, in a sentence
 */
public record DetectorCard(
        String name,
        String version,
        String network,
        long parameters,
        int side,
        String command,
        long seed,
        int epochs,
        int keptEpoch,
        Duration duration,
        String data,
        String dataHash,
        String calibration) {

    /**
     * Writes {@code model.md} beside the model; the figures as JSON are in {@code evaluation.json}.
     *
     * @param evaluations of this model, such as on validation and on test
     */
    public void write(Path folder, List<DetectionEvaluation> evaluations) throws IOException {
        AtomicFile.write(folder.resolve("model.md"), markdown(evaluations));
    }

    String markdown(List<DetectionEvaluation> evaluations) {
        StringBuilder text = new StringBuilder();
        line(text, "# " + name, "", "| | |", "| --- | --- |");
        row(text, "classes", "`with_mask`, `without_mask`, `mask_worn_incorrectly`");
        row(
                text,
                "input",
                "`image`, float32 NCHW [batch, 3, height, width], red, green, blue, 0–255; sides multiples of 32");
        row(text, "output", "`level8`, `level16`, `level32`: float32 [batch, 8, height / stride, width / stride]");
        row(
                text,
                "frame",
                "longer side brought to " + side + " px (a small one at most doubled), padded with grey 114");
        row(text, "network", network);
        row(text, "parameters", Figures.count(parameters));
        row(text, "made by", "Maskwatch " + version);
        line(text, "", "## How it was made", "", "```", command, "```", "");
        line(
                text,
                "Seed %d; %d epochs in %.1f hours, the weights are those of epoch %d. %s Data hash: `%s`."
                        .formatted(seed, epochs, duration.toMinutes() / 60.0, keptEpoch, data, dataHash),
                "",
                calibration,
                "");
        evaluations.forEach(evaluation -> figures(text, evaluation));
        return text.toString();
    }

    private static void line(StringBuilder text, String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private static void row(StringBuilder text, String... cells) {
        line(text, "| " + String.join(" | ", cells) + " |");
    }

    private static void figures(StringBuilder text, DetectionEvaluation evaluation) {
        line(
                text,
                "## On " + evaluation.set(),
                "",
                "%s scenes, %s faces that count. %s. In brackets: 95 %% intervals."
                        .formatted(
                                Figures.count(evaluation.scenes().size()),
                                Figures.count(evaluation.work().faces()),
                                DetectionEvaluation.DEFINITION),
                "",
                "| | AP50 | AP50:95 |",
                "| --- | --- | --- |");
        for (QuestionFigures figures : evaluation.questions()) {
            if (figures.scores().scenes() > 0) {
                question(text, figures);
            }
        }
        line(
                text,
                "",
                "At a face score of %.2f: precision of faces %s, recall %s, found and right %s."
                        .formatted(
                                evaluation.work().faceThreshold(),
                                Figures.percent(evaluation.work().precision()),
                                Figures.percent(evaluation.work().recall()),
                                Figures.percent(evaluation.work().foundAndRight())),
                "");
        for (Slices slices : evaluation.slices()) {
            line(
                    text,
                    slices.title() + ":",
                    "",
                    "| | found and right | mAP50, two classes | faces |",
                    "| --- | --- | --- | --- |");
            slices.slices().forEach(slice -> slice(text, slice));
            line(text, "");
        }
    }

    private static void question(StringBuilder text, QuestionFigures figures) {
        DetectionQuestion question = figures.scores().question();
        String name = question.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        row(text, name + ", mean", interval(figures.map50()), interval(figures.map()));
        if (figures.scores().classes().size() > 1) {
            for (ClassScore score : figures.scores().classes()) {
                row(
                        text,
                        name + ": " + score.name() + " (" + Figures.count(score.faces()) + ")",
                        Figures.decimal(score.ap50(), 3),
                        Figures.decimal(score.ap(), 3));
            }
        }
    }

    private static String interval(Interval value) {
        return "%.3f (%.3f–%.3f)".formatted(value.value(), value.low(), value.high());
    }

    private static void slice(StringBuilder text, DetectionSlice slice) {
        row(
                text,
                slice.name(),
                Figures.percent(slice.work().foundAndRight()),
                Figures.decimal(slice.map50Two(), 3),
                Figures.count(slice.work().faces()));
    }
}
