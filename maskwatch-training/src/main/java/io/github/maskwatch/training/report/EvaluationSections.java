package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.training.evaluation.Baseline;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Mistake;
import io.github.maskwatch.training.evaluation.Slice;
import java.util.List;

/** The sections of a page about how good a model is. */
final class EvaluationSections {
    private final Markup page;
    private final PageParts parts;

    EvaluationSections(Markup page) {
        this.page = page;
        this.parts = new PageParts(page);
    }

    /** The figures that one wants first. */
    void tiles(Evaluation evaluation) {
        EvaluationReport report = evaluation.headline();
        page.open("section", "class", "tiles");
        parts.tile("accuracy", Figures.percent(report.accuracy().value()), "95 %: " + Figures.range(report.accuracy()));
        parts.tile(
                "balanced accuracy",
                Figures.percent(report.balancedAccuracy().value()),
                "95 %: " + Figures.range(report.balancedAccuracy()));
        evaluation
                .threeStates()
                .ifPresent(three -> parts.tile(
                        "three classes",
                        Figures.percent(three.accuracy().value()),
                        "95 %: " + Figures.range(three.accuracy())));
        parts.tile("calibration error", Figures.decimal(report.calibration().error(), 3), "0 is perfect");
        parts.tile("photos", Figures.count(report.n()), "with or without mask");
        page.close();
        page.leaf("p", definition(evaluation), "class", "soft");
    }

    private static String definition(Evaluation evaluation) {
        return "Measured on " + evaluation.set() + ". Accuracy: " + MaskQuestion.WITH_OR_WITHOUT.definition()
                + ". All intervals are 95 %.";
    }

    /** Everything below the tiles. */
    void all(Evaluation evaluation, List<Thumbnail> thumbnails) {
        question("With or without mask", MaskQuestion.WITH_OR_WITHOUT, evaluation.headline());
        calibration(evaluation.headline());
        evaluation.threeStates().ifPresent(three -> question("Three classes", MaskQuestion.THREE_STATES, three));
        evaluation
                .incorrectAsWithout()
                .ifPresent(report -> question(
                        "With or without, masks worn incorrectly counting as without",
                        MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT,
                        report));
        baselines(evaluation);
        slices("By size of the picture (shorter side)", evaluation.bySize());
        slices("By source (first part of the file name)", evaluation.bySource());
        mistakes(thumbnails);
        parts.broken(evaluation.broken());
    }

    private void question(String title, MaskQuestion question, EvaluationReport report) {
        page.open("section").leaf("h2", title);
        page.leaf(
                "p",
                "Accuracy " + Figures.percent(report.accuracy()) + " on " + Figures.count(report.n())
                        + " photos. Counted: " + question.definition() + ".",
                "class",
                "soft");
        page.open("div", "class", "pair").open("figure");
        page.raw(ConfusionChart.draw(report.confusion()).inline()).close();
        page.open("div", "class", "scroll").open("table");
        parts.heads("", "precision", "recall", "F1");
        for (ClassReport state : report.classes()) {
            page.open("tr").open("th", "scope", "row").text(state.state().label());
            page.leaf("div", Figures.count(state.support()) + " photos", "class", "range")
                    .close();
            for (Interval share : List.of(state.precision(), state.recall(), state.f1())) {
                parts.interval(share);
            }
            page.close();
        }
        page.close().close().close().close();
    }

    private void calibration(EvaluationReport report) {
        page.open("section").leaf("h2", "Calibration").open("div", "class", "pair");
        page.open("figure")
                .raw(ReliabilityChart.draw(report.calibration()).inline())
                .close();
        page.open("div");
        page.leaf(
                "p",
                "Expected calibration error "
                        + Figures.decimal(report.calibration().error(), 4) + ", log loss "
                        + Figures.decimal(report.logLoss(), 4) + " nats a photo.");
        page.leaf(
                "p",
                "A dot on the dashed line: the model is right as often as it says. Below the line it is too sure of"
                        + " itself, above it too modest. Lines through the dots are 95 % intervals; the bars count the"
                        + " photos in each of the 15 bins.",
                "class",
                "soft");
        page.close().close().close();
    }

    private void baselines(Evaluation evaluation) {
        List<Baseline> baselines = evaluation.baselines();
        if (baselines.isEmpty()) {
            return;
        }
        page.open("section").leaf("h2", "What a shortcut reaches on the same photos");
        page.leaf(
                "p",
                "These see no face. Where one comes near the model, the set gives its labels away, and the model's figure"
                        + " says little.");
        evaluation.shortcutWarning().ifPresent(warning -> page.leaf("p", warning, "class", "warning"));
        page.open("div", "class", "scroll").open("table");
        parts.heads("", "accuracy", "0 to 100 %", "balanced");
        row(evaluation.model(), "the model itself", evaluation.headline());
        for (Baseline baseline : baselines) {
            row(baseline.name(), baseline.method() + "; learned from " + baseline.fittedOn(), baseline.report());
        }
        page.close().close().close();
    }

    private void row(String name, String note, EvaluationReport report) {
        page.open("tr").open("th", "scope", "row").text(name);
        page.leaf("div", note, "class", "range").close();
        parts.interval(report.accuracy());
        parts.whisker(report.accuracy());
        parts.interval(report.balancedAccuracy());
        page.close();
    }

    private void slices(String title, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        page.open("section").leaf("h2", title).open("div", "class", "scroll").open("table");
        parts.heads("", "accuracy", "0 to 100 %", "balanced");
        for (Slice slice : slices) {
            row(slice.name(), Figures.count(slice.report().n()) + " photos", slice.report());
        }
        page.close().close().close();
    }

    private void mistakes(List<Thumbnail> thumbnails) {
        page.open("section").leaf("h2", "The worst mistakes");
        if (thumbnails.isEmpty()) {
            page.leaf("p", "None.", "class", "soft").close();
            return;
        }
        page.leaf(
                "p",
                "Those first whose true class got the least probability. Look for wrong labels among them, too.",
                "class",
                "soft");
        page.open("div", "class", "sheet");
        thumbnails.forEach(this::mistake);
        page.close().close();
    }

    private void mistake(Thumbnail thumbnail) {
        Mistake mistake = thumbnail.mistake();
        String name = ContactSheet.name(mistake.photo());
        page.open("figure").open("div", "class", "mat");
        page.empty("img", "src", thumbnail.dataUri(), "alt", name, "loading", "lazy")
                .close();
        page.open("figcaption");
        page.leaf(
                "div",
                "is " + mistake.label().label(),
                "class",
                "state " + mistake.label().id());
        page.open("div", "class", "state " + mistake.said().id())
                .leaf("strong", "said " + mistake.said().label())
                .close();
        page.leaf(
                "div",
                ContactSheet.sure(mistake) + " · " + name,
                "class",
                "file",
                "title",
                mistake.photo().toString());
        page.close().close();
    }
}
