package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import io.github.maskwatch.training.export.ExportCheck;
import io.github.maskwatch.training.export.ExportMismatchException;
import io.github.maskwatch.training.export.ModelFile;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.report.RunReport;
import io.github.maskwatch.training.run.ClassifierRun;
import io.github.maskwatch.training.run.ClassifierRunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.run.Task;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingConfig;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code train --task classify}. */
final class ClassifierTraining {
    private final TrainCommand command;
    private final TrainingConsole console;
    private final ModelFile.Opener opener;
    private final PhotoReader reader = new PhotoReader();

    ClassifierTraining(TrainCommand command, TrainingConsole console, ModelFile.Opener opener) {
        this.command = command;
        this.console = console;
        this.opener = opener;
    }

    /** @param content of the run that goes on, null to begin one */
    int run(RunConfigFile.@Nullable Content content) throws IOException, Failure {
        BegunRun begun = content == null ? begin() : resumed(content);
        TrainingTables tables = console.tables();
        tables.photos(begun.dataset());
        tables.network(begun.config().network());
        console.say("Run %s", begun.folder());
        console.out().flush();
        try (ClassifierRun run =
                new ClassifierRun(begun.folder(), begun.config(), begun.dataset(), reader, command.workers)) {
            return train(run, begun);
        }
    }

    private BegunRun begin() throws IOException, Failure {
        Path photos = command.wantedPhotos();
        // Before the photos are read, which takes a while: whatever is wrong with the options should come out at once.
        ClassifierRunConfig config = config(2);
        Torch.load();
        Dataset dataset = Dataset.open(photos, config.dataset(), reader, console.reading());
        if (command.photoOptions.wantsThree() && dataset.states().size() < 3) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    photos + ": there are no photos in mask_worn_incorrectly/, but --classes 3 was wanted");
        }
        Path folder = command.output == null ? TrainingConsole.nextFree(Task.CLASSIFY.id()) : command.output;
        RunConfigFile.Content content = new RunConfigFile.Content(
                Task.CLASSIFY,
                photos.toAbsolutePath().normalize().toString(),
                console.command(),
                config(dataset.states().size()));
        create(folder, content, dataset);
        return new BegunRun(folder, content, dataset);
    }

    private ClassifierRunConfig config(int classes) throws Failure {
        return new ClassifierRunConfig(
                command.photoOptions.config(command.learning.seed()),
                command.network.config(classes),
                command.network.precision(),
                command.learning.config(TrainingConfig.defaults()),
                command.augmentation.config());
    }

    private static void create(Path folder, RunConfigFile.Content content, Dataset dataset) throws Failure {
        try {
            ClassifierRun.create(folder, content, dataset);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED, "the run's folder cannot be used: " + FailureHandler.lineOf(e), e);
        }
    }

    private BegunRun resumed(RunConfigFile.Content content) throws IOException {
        Path folder = java.util.Objects.requireNonNull(command.resume);
        Torch.load();
        return new BegunRun(
                folder, content, ClassifierRun.reopen(folder, command.photosOf(content), reader, console.reading()));
    }

    private int train(ClassifierRun run, BegunRun begun) throws IOException, Failure {
        RunReport report = new RunReport(begun.folder(), "Training of a classic network", begun.facts());
        Optional<TrainingOutcome> outcome = console.train(run::train, report, begun.folder());
        if (outcome.isEmpty()) {
            return ExitCode.INTERRUPTED.number();
        }
        finish(run, begun, outcome.get(), report);
        return ExitCode.DONE.number();
    }

    private void finish(ClassifierRun run, BegunRun begun, TrainingOutcome outcome, RunReport report)
            throws IOException, Failure {
        ExportCheck check = export(run);
        Evaluation evaluation = evaluate(run, begun);
        begun.card(outcome.history()).write(begun.folder(), evaluation);
        Path page = report.finish(evaluation, reader);
        EpochResult kept = outcome.history().kept().orElseThrow();
        console.out().println();
        console.say(
                "%s epoch  %d, val_loss %.4f, val_accuracy %.4f",
                TrainingConsole.kept(outcome.history()),
                kept.epoch(),
                kept.validationLoss(),
                kept.validationAccuracy());
        console.say(
                "Model       %s (%.1f MB); on %d photos it agrees with the trained network to %.0e",
                run.model(), Files.size(run.model()) / 1e6, check.photos(), check.largestDifference());
        console.say("Report      %s", page);
        console.out().flush();
    }

    private ExportCheck export(ClassifierRun run) throws IOException, Failure {
        try {
            return run.export(opener, new Version().number());
        } catch (ExportMismatchException e) {
            throw new Failure(
                    ExitCode.BAD_MODEL,
                    e.getMessage()
                            + "; there is no model.onnx, the weights are kept in the run's folder: please report this",
                    e);
        }
    }

    private Evaluation evaluate(ClassifierRun run, BegunRun begun) throws IOException {
        EvaluationSet set = new EvaluationSet(
                begun.dataset().folder() + ", val split",
                begun.dataset().examples(Split.VALIDATION),
                begun.dataset().examples(Split.TRAIN),
                List.of());
        try (MaskClassifier classifier = opener.open(run.model())) {
            return new Evaluator(reader, begun.config().training().seed(), true)
                    .evaluate(run.model().toString(), classifier, set, (done, of) -> {});
        }
    }
}
