package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ClassReport;
import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.MaskQuestion;
import io.github.maskwatch.training.evaluation.Baseline;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.Slice;
import java.util.List;
import java.util.stream.Collectors;

/** A model card for people. */
final class CardMarkdown {
    private final StringBuilder text = new StringBuilder();

    private CardMarkdown() {}

    static String of(ModelCard card, Evaluation evaluation) {
        CardMarkdown markdown = new CardMarkdown();
        markdown.line("# " + card.name(), "");
        markdown.model(card);
        markdown.origin(card);
        markdown.figures(evaluation);
        markdown.baselines(evaluation);
        markdown.slices("By size of the picture (shorter side)", evaluation.bySize());
        markdown.slices("By source (first part of the file name)", evaluation.bySource());
        markdown.line("## Known weaknesses", "");
        Weaknesses.of(evaluation).forEach(weakness -> markdown.line("- " + weakness));
        return markdown.text.toString();
    }

    private void line(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void head(String... cells) {
        row(cells);
        line("|" + " --- |".repeat(cells.length));
    }

    private void model(ModelCard card) {
        head("", "");
        row("classes", classes(card.classes()));
        row(
                "input",
                "`image`, float32 NCHW [batch, " + card.channels() + ", " + card.height() + ", " + card.width() + "]");
        row("colour order", card.color().equals("rgb") ? "red, green, blue" : "grey: luma of Rec. 601");
        row("scaling", "inside the graph; values 0–255 go in");
        row("output", "`probabilities`, float32 [batch, " + card.classes().size() + "], softmax inside");
        row("network", card.network());
        row("parameters", Figures.count(card.parameters()));
        row("made by", "Maskwatch " + card.version());
        line("");
    }

    private static String classes(List<MaskState> classes) {
        return classes.stream().map(state -> "`" + state.id() + "`").collect(Collectors.joining(", "));
    }

    private void origin(ModelCard card) {
        line("## How it was made", "", "```", card.command(), "```", "");
        line(
                "Seed " + card.seed() + "; " + card.epochs() + " epochs, the weights are those of epoch "
                        + card.keptEpoch()
                        + ". " + card.data() + " Data hash (SHA-256 over names, labels and bytes of all photos): `"
                        + card.dataHash() + "`.",
                "");
    }

    private void figures(Evaluation evaluation) {
        line("## Figures", "", "Measured on " + evaluation.set() + ". In brackets: 95 % intervals.", "");
        head("", "accuracy", "balanced accuracy", "photos");
        EvaluationReport headline = evaluation.headline();
        summary("with or without mask", headline);
        evaluation.threeStates().ifPresent(report -> summary("three classes", report));
        evaluation.incorrectAsWithout().ifPresent(report -> summary("worn incorrectly counting as without", report));
        line("");
        line(
                "With or without mask: " + MaskQuestion.WITH_OR_WITHOUT.definition() + ". Calibration error "
                        + Figures.decimal(headline.calibration().error(), 3) + ", log loss "
                        + Figures.decimal(headline.logLoss(), 3) + " nats a photo.",
                "");
        head("class", "precision", "recall", "F1", "photos");
        evaluation.threeStates().orElse(headline).classes().forEach(this::oneClass);
        line("");
    }

    private void summary(String name, EvaluationReport report) {
        row(
                name,
                Figures.percent(report.accuracy()),
                Figures.percent(report.balancedAccuracy()),
                Figures.count(report.n()));
    }

    private void oneClass(ClassReport state) {
        row(
                state.state().label(),
                Figures.percent(state.precision()),
                Figures.percent(state.recall()),
                Figures.percent(state.f1()),
                Figures.count(state.support()));
    }

    private void baselines(Evaluation evaluation) {
        if (evaluation.baselines().isEmpty()) {
            return;
        }
        line("Shortcuts that see no face reach, on the same photos:", "");
        head("", "accuracy", "sees", "learned from");
        for (Baseline baseline : evaluation.baselines()) {
            row(baseline.name(), Figures.percent(baseline.report().accuracy()), baseline.method(), baseline.fittedOn());
        }
        line("");
    }

    private void slices(String title, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        line("## " + title, "");
        head("", "accuracy", "balanced accuracy", "photos");
        slices.forEach(slice -> summary(slice.name(), slice.report()));
        line("");
    }
}
