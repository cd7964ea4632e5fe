package io.github.maskwatch.cli;

import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.report.Fact;
import io.github.maskwatch.training.report.ModelCard;
import io.github.maskwatch.training.run.RunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.nio.file.Path;
import java.util.List;

/** A run whose folder is there and whose photos are read, so that it can be trained; and what there is to say about it. */
record BegunRun(Path folder, RunConfigFile.Content content, Dataset dataset) {

    RunConfig config() {
        return content.run();
    }

    /** What the run depends on, for its report. */
    List<Fact> facts() {
        return List.of(
                new Fact("command", content.command()),
                new Fact("photos", dataset.folder().toString()),
                new Fact("data hash", dataset.hash()),
                new Fact("split", dataset.splitSentence()),
                new Fact("network", config().network().toString()),
                new Fact("learning", config().training().toString()),
                new Fact("augmentation", config().augmentation().toString()),
                new Fact("seed", String.valueOf(config().training().seed())),
                new Fact("version", new Version().number()));
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
                history.best().map(EpochResult::epoch).orElse(0),
                dataset.folder() + ": " + dataset.splitSentence(),
                dataset.hash());
    }
}
