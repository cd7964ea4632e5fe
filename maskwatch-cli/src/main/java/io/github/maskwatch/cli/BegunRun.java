package io.github.maskwatch.cli;

import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.report.Fact;
import io.github.maskwatch.training.report.ModelCard;
import io.github.maskwatch.training.run.ClassifierRunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run whose folder is there and whose photos are read, so that it can be trained; and what there is to say about it. */
record BegunRun(Path folder, RunConfigFile.Content content, Dataset dataset) {

    ClassifierRunConfig config() {
        return (ClassifierRunConfig) content.run();
    }

    /** What the run depends on, for its report. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("command", content.command()),
                new Fact("version", new Version().number()),
                new Fact("photos", dataset.folder().toString()),
                new Fact("data hash", dataset.hash()),
                new Fact("split", dataset.splitSentence()),
                new Fact("network", config().network().toString()),
                new Fact("precision", config().precision().id())));
        facts.addAll(Fact.of(config().training()));
        Fact.of(config().augmentation())
                .forEach(fact -> facts.add(new Fact("augmentation: " + fact.name(), fact.value())));
        return List.copyOf(facts);
    }

    ModelCard card(TrainingHistory history) {
        return new ModelCard(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                new Version().number(),
                dataset.states(),
                config().network().input().width(),
                config().network().input().height(),
                config().network().input().color().id(),
                config().network().toString(),
                config().network().parameterCount(),
                content.command(),
                config().training().seed(),
                history.epochs().size(),
                history.kept().map(EpochResult::epoch).orElse(0),
                dataset.folder() + ": " + dataset.splitSentence(),
                dataset.hash());
    }
}
