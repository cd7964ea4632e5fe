package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.training.evaluation.Baseline;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Slice;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A classifier's evaluation as a page of text. */
final class EvaluationText {
    private static final int NAME = 20;
    private static final int SHARE = 23;
    private static final int COUNT = 18;

    private final PrintWriter out;
    private final TextPage page;

    EvaluationText(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.page = new TextPage(out, ansi);
    }

    void print(Evaluation evaluation) {
        EvaluationReport report = evaluation.headline();
        page.heading(evaluation.model() + " on " + evaluation.set());
        page.row("accuracy", TextPage.share(report.accuracy()) + "   n = " + report.n());
        page.row("balanced accuracy", TextPage.share(report.balancedAccuracy()));
        page.row(
                "calibration error",
                TextPage.number(report.calibration().error()) + "   log loss " + TextPage.number(report.logLoss()));
        page.row(
                "broken files",
                evaluation.broken().isEmpty()
                        ? "none"
                        : Integer.toString(evaluation.broken().size()));
        page.wrapped("In brackets: 95 % intervals. Accuracy: " + MaskQuestion.WITH_OR_WITHOUT.definition() + ".");
        classes(report);
        evaluation.threeStates().ifPresent(three -> question("Three classes", MaskQuestion.THREE_STATES, three));
        evaluation
                .incorrectAsWithout()
                .ifPresent(folded -> question(
                        "Masks worn incorrectly counted as without", MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT, folded));
        baselines(evaluation);
        slices("By size (shorter side)", evaluation.bySize());
        slices("By source (file name)", evaluation.bySource());
        page.broken(evaluation.broken());
    }

    private void question(String title, MaskQuestion question, EvaluationReport report) {
        page.heading(title + ": " + TextPage.share(report.accuracy()).strip() + "   n = " + report.n());
        page.wrapped("Counted: " + question.definition() + ".");
        classes(report);
    }

    private void classes(EvaluationReport report) {
        out.println();
        out.println(TextPage.pad("", NAME) + TextPage.pad("precision", SHARE) + TextPage.pad("recall", SHARE)
                + TextPage.pad("F1", SHARE) + "photos");
        for (ClassReport state : report.classes()) {
            out.println(TextPage.pad(state.state().label(), NAME)
                    + TextPage.pad(TextPage.share(state.precision()), SHARE)
                    + TextPage.pad(TextPage.share(state.recall()), SHARE)
                    + TextPage.pad(TextPage.share(state.f1()), SHARE)
                    + state.support());
        }
        confusion(report);
    }

    private void confusion(EvaluationReport report) {
        List<MaskState> states = report.confusion().states();
        out.println();
        out.print(TextPage.pad("truth \\ said", NAME));
        states.forEach(said -> out.print(TextPage.right(said.label(), COUNT)));
        out.println();
        for (MaskState truth : states) {
            out.print(TextPage.pad(truth.label(), NAME));
            states.forEach(said ->
                    out.print(TextPage.right(Long.toString(report.confusion().count(truth, said)), COUNT)));
            out.println();
        }
    }

    private void baselines(Evaluation evaluation) {
        if (evaluation.baselines().isEmpty()) {
            return;
        }
        page.heading("Shortcuts that see no face, on the same photos");
        out.println(TextPage.pad("", NAME) + TextPage.pad("accuracy", SHARE) + "balanced");
        twoShares("the model", evaluation.headline(), "");
        for (Baseline baseline : evaluation.baselines()) {
            twoShares(baseline.name(), baseline.report(), "");
        }
        for (Baseline baseline : evaluation.baselines()) {
            page.wrapped(baseline.name() + ": " + baseline.method() + "; learned from " + baseline.fittedOn() + ".");
        }
        evaluation.shortcutWarning().ifPresent(warning -> page.wrapped("CAUTION: " + warning));
    }

    private void slices(String title, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        page.heading(title);
        out.println(
                TextPage.pad("", NAME) + TextPage.pad("accuracy", SHARE) + TextPage.pad("balanced", SHARE) + "photos");
        slices.forEach(slice -> twoShares(
                slice.name().replace('–', '-'),
                slice.report(),
                Long.toString(slice.report().n())));
    }

    private void twoShares(String name, EvaluationReport report, String last) {
        out.println((TextPage.pad(name, NAME)
                        + TextPage.pad(TextPage.share(report.accuracy()), SHARE)
                        + TextPage.pad(TextPage.share(report.balancedAccuracy()), SHARE)
                        + last)
                .stripTrailing());
    }
}
