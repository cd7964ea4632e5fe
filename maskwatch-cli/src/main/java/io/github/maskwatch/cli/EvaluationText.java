package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.evaluation.Baseline;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Slice;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** An evaluation as a page of text, at most 96 columns wide and plain ASCII, so that every terminal shows it. */
final class EvaluationText {
    private static final int COLUMNS = 96;
    private static final int NAME = 20;
    private static final int SHARE = 23;
    private static final int COUNT = 18;
    private static final int MOST_BROKEN = 10;

    private final PrintWriter out;
    private final Ansi ansi;

    EvaluationText(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(Evaluation evaluation) {
        EvaluationReport report = evaluation.headline();
        heading(evaluation.model() + " on " + evaluation.set());
        row("accuracy", share(report.accuracy()) + "   n = " + report.n());
        row("balanced accuracy", share(report.balancedAccuracy()));
        row("calibration error", number(report.calibration().error()) + "   log loss " + number(report.logLoss()));
        row(
                "broken files",
                evaluation.broken().isEmpty()
                        ? "none"
                        : Integer.toString(evaluation.broken().size()));
        wrapped("In brackets: 95 % intervals. Accuracy: " + MaskQuestion.WITH_OR_WITHOUT.definition() + ".");
        classes(report);
        evaluation.threeStates().ifPresent(three -> question("Three classes", MaskQuestion.THREE_STATES, three));
        evaluation
                .incorrectAsWithout()
                .ifPresent(folded -> question(
                        "Masks worn incorrectly counted as without", MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT, folded));
        baselines(evaluation);
        slices("By size (shorter side)", evaluation.bySize());
        slices("By source (file name)", evaluation.bySource());
        broken(evaluation.broken());
    }

    private void question(String title, MaskQuestion question, EvaluationReport report) {
        heading(title + ": " + share(report.accuracy()).strip() + "   n = " + report.n());
        wrapped("Counted: " + question.definition() + ".");
        classes(report);
    }

    private void classes(EvaluationReport report) {
        out.println();
        out.println(pad("", NAME) + pad("precision", SHARE) + pad("recall", SHARE) + pad("F1", SHARE) + "photos");
        for (ClassReport state : report.classes()) {
            out.println(pad(state.state().label(), NAME)
                    + pad(share(state.precision()), SHARE)
                    + pad(share(state.recall()), SHARE)
                    + pad(share(state.f1()), SHARE)
                    + state.support());
        }
        confusion(report);
    }

    private void confusion(EvaluationReport report) {
        List<MaskState> states = report.confusion().states();
        out.println();
        out.print(pad("truth \\ said", NAME));
        states.forEach(said -> out.print(right(said.label(), COUNT)));
        out.println();
        for (MaskState truth : states) {
            out.print(pad(truth.label(), NAME));
            states.forEach(said ->
                    out.print(right(Long.toString(report.confusion().count(truth, said)), COUNT)));
            out.println();
        }
    }

    private void baselines(Evaluation evaluation) {
        if (evaluation.baselines().isEmpty()) {
            return;
        }
        heading("Shortcuts that see no face, on the same photos");
        out.println(pad("", NAME) + pad("accuracy", SHARE) + "balanced");
        twoShares("the model", evaluation.headline(), "");
        for (Baseline baseline : evaluation.baselines()) {
            twoShares(baseline.name(), baseline.report(), "");
        }
        for (Baseline baseline : evaluation.baselines()) {
            wrapped(baseline.name() + ": " + baseline.method() + "; learned from " + baseline.fittedOn() + ".");
        }
        evaluation.shortcutWarning().ifPresent(warning -> wrapped("CAUTION: " + warning));
    }

    private void slices(String title, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        heading(title);
        out.println(pad("", NAME) + pad("accuracy", SHARE) + pad("balanced", SHARE) + "photos");
        slices.forEach(slice -> twoShares(
                slice.name().replace('–', '-'),
                slice.report(),
                Long.toString(slice.report().n())));
    }

    private void twoShares(String name, EvaluationReport report, String last) {
        out.println((pad(name, NAME)
                        + pad(share(report.accuracy()), SHARE)
                        + pad(share(report.balancedAccuracy()), SHARE)
                        + last)
                .stripTrailing());
    }

    private void broken(List<BrokenPhoto> broken) {
        if (broken.isEmpty()) {
            return;
        }
        heading("Files that could not be read: " + broken.size());
        broken.stream().limit(MOST_BROKEN).forEach(photo -> out.println(photo.photo() + ": " + photo.reason()));
        if (broken.size() > MOST_BROKEN) {
            out.println("and " + (broken.size() - MOST_BROKEN) + " more; --json and --output name them all");
        }
    }

    private void heading(String words) {
        out.println();
        // As an argument, because a user's path may hold what picocli takes for markup.
        out.println(ansi.enabled() ? "\u001b[1m" + words + "\u001b[0m" : words);
    }

    private void row(String name, String value) {
        out.println(pad(name, NAME) + value);
    }

    private void wrapped(String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() + word.length() + 1 > COLUMNS) {
                out.println(line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.println(line);
    }

    private static String share(Interval share) {
        return Double.isNaN(share.value())
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%5.1f %% (%.1f-%.1f)",
                        100 * share.value(),
                        100 * share.low(),
                        100 * share.high());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%5.3f", value);
    }

    private static String pad(String words, int width) {
        return words + " ".repeat(Math.max(1, width - words.length()));
    }

    private static String right(String words, int width) {
        return " ".repeat(Math.max(1, width - words.length())) + words;
    }
}
