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

    void curves(Learner learner, TrainingHistory history, boolean running) {
        page.open("section").leaf("h2", "Training");
        if (history.epochs().isEmpty()) {
            page.leaf("p", "No epoch has ended yet.", "class", "soft").close();
            return;
        }
        page.leaf("p", sentence(learner, history, running));
        page.open("div", "class", "pair");
        figure(learner.loss(history));
        figure(learner.accuracy(history));
        page.close();
        epochs(learner, history);
        page.close();
    }

    private static String sentence(Learner learner, TrainingHistory history, boolean running) {
        EpochResult kept = history.kept().orElseThrow();
        String criterion = learner.criterion();
        String loss = Figures.decimal(kept.validationLoss(), 4);
        String why = switch (history.keep()) {
            case BEST -> " have the lowest " + criterion + ", " + loss + ", and are kept.";
            case LAST -> ", the last one, with a " + criterion + " of " + loss + ", are kept.";
        };
        return history.epochs().size() + (history.epochs().size() == 1 ? " epoch" : " epochs")
                + (running ? " until now" : "") + "; the weights of epoch " + kept.epoch() + why + learner.remark();
    }

    private void figure(Drawing drawing) {
        page.open("figure").raw(drawing.inline()).close();
    }

    private void epochs(Learner learner, TrainingHistory history) {
        int kept = history.kept().orElseThrow().epoch();
        page.open("details")
                .leaf("summary", "Every epoch")
                .open("div", "class", "scroll")
                .open("table");
        page.open("tr");
        for (String name : learner.columns()) {
            page.leaf("th", name, "scope", "col", "class", "num");
        }
        page.close();
        for (EpochResult epoch : history.epochs()) {
            page.open("tr", "class", epoch.epoch() == kept ? "kept" : "plain");
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
