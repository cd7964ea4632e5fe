package io.github.maskwatch.training.report;

import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.util.List;

/** The sections of a page about the training itself. */
final class RunSections {
    private final Markup page;

    RunSections(Markup page) {
        this.page = page;
    }

    void curves(TrainingHistory history, boolean running) {
        page.open("section").leaf("h2", "Training");
        if (history.epochs().isEmpty()) {
            page.leaf("p", "No epoch has ended yet.", "class", "soft").close();
            return;
        }
        page.leaf("p", sentence(history, running));
        page.open("div", "class", "pair");
        figure(Curves.loss(history));
        figure(Curves.accuracy(history));
        page.close();
        epochs(history);
        page.close();
    }

    private static String sentence(TrainingHistory history, boolean running) {
        EpochResult best = history.best().orElseThrow();
        return history.epochs().size() + (history.epochs().size() == 1 ? " epoch" : " epochs")
                + (running ? " until now" : "") + "; the weights of epoch " + best.epoch()
                + " have the lowest validation loss, " + Figures.decimal(best.validationLoss(), 4)
                + ", and are kept. Training figures are measured on augmented photos with dropout, so that they may be"
                + " worse than those of validation.";
    }

    private void figure(Drawing drawing) {
        page.open("figure").raw(drawing.inline()).close();
    }

    private void epochs(TrainingHistory history) {
        int best = history.best().orElseThrow().epoch();
        page.open("details")
                .leaf("summary", "Every epoch")
                .open("div", "class", "scroll")
                .open("table");
        page.open("tr");
        for (String name :
                List.of("epoch", "loss", "accuracy", "validation loss", "validation accuracy", "photos/s", "seconds")) {
            page.leaf("th", name, "scope", "col", "class", "num");
        }
        page.close();
        for (EpochResult epoch : history.epochs()) {
            page.open("tr", "class", epoch.epoch() == best ? "kept" : "plain");
            for (String cell : cells(epoch)) {
                page.leaf("td", cell, "class", "num");
            }
            page.close();
        }
        page.close().close().close();
    }

    private static List<String> cells(EpochResult epoch) {
        return List.of(
                Integer.toString(epoch.epoch()),
                Figures.decimal(epoch.trainLoss(), 4),
                Figures.percent(epoch.trainAccuracy()),
                Figures.decimal(epoch.validationLoss(), 4),
                Figures.percent(epoch.validationAccuracy()),
                Figures.decimal(epoch.imagesPerSecond(), 1),
                Figures.decimal(epoch.duration().toMillis() / 1000.0, 1));
    }

    void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        page.open("section").leaf("h2", "What these figures depend on").open("dl", "class", "facts");
        for (Fact fact : facts) {
            page.open("div").leaf("dt", fact.name()).leaf("dd", fact.value()).close();
        }
        page.close().close();
    }
}
