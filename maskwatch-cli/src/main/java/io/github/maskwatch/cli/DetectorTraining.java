package io.github.maskwatch.cli;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.report.RunReport;
import io.github.maskwatch.training.run.DetectorRun;
import io.github.maskwatch.training.run.DetectorRunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.run.Task;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code train --task detect}. */
final class DetectorTraining {
    private final TrainCommand command;
    private final TrainingConsole console;
    private final PhotoReader reader = new PhotoReader();

    DetectorTraining(TrainCommand command, TrainingConsole console) {
        this.command = command;
        this.console = console;
    }

    /** @param begun the run that goes on, null to begin one */
    int run(RunConfigFile.@Nullable Content begun) throws IOException, Failure {
        RunConfigFile.Content content = begun == null ? content() : begun;
        DetectorRunConfig config = (DetectorRunConfig) content.run();
        Torch.load();
        Path folder = begun == null ? folder() : Objects.requireNonNull(command.resume);
        SceneDataset scenes = begun == null
                ? SceneDataset.open(command.wantedPhotos(), config.dataset(), reader, console.reading())
                : DetectorRun.reopen(folder, command.photosOf(begun), config.dataset(), reader, console.reading());
        if (begun == null) {
            create(folder, content, scenes);
        }
        console.tables().scenes(scenes);
        console.tables().network(config.network());
        console.say("Run %s", folder);
        console.out().flush();
        try (DetectorRun run =
                new DetectorRun(folder, config, scenes, reader, Detectors::offeringAll, command.workers)) {
            return train(run, folder, content, scenes);
        }
    }

    private RunConfigFile.Content content() throws Failure {
        return new RunConfigFile.Content(
                Task.DETECT,
                command.wantedPhotos().toAbsolutePath().normalize().toString(),
                console.command(),
                command.detector.config(command.learning.config(DetectorRunConfig.defaultTraining())));
    }

    private Path folder() {
        return command.output == null ? TrainingConsole.nextFree(Task.DETECT.id()) : command.output;
    }

    private static void create(Path folder, RunConfigFile.Content content, SceneDataset scenes) throws Failure {
        try {
            DetectorRun.create(folder, content, scenes);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED, "the run's folder cannot be used: " + FailureHandler.lineOf(e), e);
        }
    }

    private int train(DetectorRun run, Path folder, RunConfigFile.Content content, SceneDataset scenes)
            throws IOException {
        RunReport report = new RunReport(folder, "Training of a detector", List.of());
        Optional<TrainingOutcome> outcome = console.train(run::train, report, folder);
        if (outcome.isEmpty()) {
            return ExitCode.INTERRUPTED.number();
        }
        return ExitCode.DONE.number();
    }
}
