package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.QuestionFigures;
import io.github.maskwatch.training.evaluation.scene.Slices;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** How good a detector is, on a terminal. */
final class DetectionText {
    private static final String ROW = "%-44s %-22s %-22s %8s%n";

    private final PrintWriter out;
    private final Ansi ansi;

    DetectionText(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(DetectionEvaluation evaluation) {
        WorkingPoint work = evaluation.work();
        heading(evaluation.model() + " on " + evaluation.set());
        row("", "AP50", "AP50:95", "faces");
        for (DetectionQuestion question : DetectionQuestion.values()) {
            QuestionFigures figures = evaluation.figures(question);
            if (figures.scores().scenes() > 0) {
                question(figures);
            }
        }
        say("");
        row("at a face score of " + number(work.faceThreshold()), "", "", "");
        row("  found and right", share(work.foundAndRight()), "", String.valueOf(work.faces()));
        row("  precision of faces", share(work.precision()), "", "");
        row("  recall of faces", share(work.recall()), "", "");
        row("  calibration error", number(evaluation.calibration().error()), "", "");
        for (Slices slices : evaluation.slices()) {
            say("");
            row(slices.title(), "found and right", "mAP50, two classes", "faces");
            slices.slices().forEach(this::slice);
        }
        say("");
        say("In brackets: 95 % intervals. " + DetectionEvaluation.DEFINITION + ".");
        say("At the threshold: " + DetectionEvaluation.WORK_DEFINITION + ".");
        evaluation.broken().forEach(photo -> say("left out: " + photo.photo() + ": " + photo.reason()));
        out.flush();
    }

    private void question(QuestionFigures figures) {
        String name = switch (figures.scores().question()) {
            case FACES -> "faces, whatever they wear";
            case TWO_CLASSES -> "two classes, mean";
            case THREE_CLASSES -> "three classes, mean";
        };
        row(
                name,
                interval(figures.map50()),
                interval(figures.map()),
                String.valueOf(figures.scores().classes().stream()
                        .mapToLong(ClassScore::faces)
                        .sum()));
        if (figures.scores().classes().size() > 1) {
            for (ClassScore score : figures.scores().classes()) {
                row("  " + score.name(), number(score.ap50()), number(score.ap()), String.valueOf(score.faces()));
            }
        }
    }

    private void slice(DetectionSlice slice) {
        row(
                "  " + slice.name(),
                share(slice.work().foundAndRight()),
                number(slice.map50Two()),
                String.valueOf(slice.work().faces()));
    }

    private void heading(String text) {
        say(ansi.string("@|bold " + text + "|@"));
    }

    private void row(String name, String first, String second, String count) {
        out.print(String.format(Locale.ROOT, ROW, name, first, second, count).replaceAll(" +(\\R)$", "$1"));
    }

    private void say(String line) {
        out.println(line);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Interval value) {
        return number(value.value()) + " (" + number(value.low()) + "–" + number(value.high()) + ")";
    }

    private static String share(Interval value) {
        return Double.isNaN(value.value())
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * value.value(), 100 * value.low(), 100 * value.high());
    }
}
