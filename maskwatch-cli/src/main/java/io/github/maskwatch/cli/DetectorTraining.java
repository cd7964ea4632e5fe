package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.detector.DetectorTable;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.SceneJudge;
import io.github.maskwatch.training.export.ExportMismatchException;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.report.DetectorCard;
import io.github.maskwatch.training.report.DetectorRunReport;
import io.github.maskwatch.training.report.Fact;
import io.github.maskwatch.training.report.TrainingPictures;
import io.github.maskwatch.training.run.DetectorRun;
import io.github.maskwatch.training.run.DetectorRunConfig;
import io.github.maskwatch.training.run.RunConfigFile;
import io.github.maskwatch.training.run.StartingWeights;
import io.github.maskwatch.training.run.Task;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code train --task detect}. */
final class DetectorTraining {
    private static final int SQUARES_SHOWN = 24;
    private static final int SCENES_PAINTED = 200;

    private final TrainCommand command;
    private final TrainingConsole console;
    private final PhotoReader reader = new PhotoReader();

    DetectorTraining(TrainCommand command, TrainingConsole console) {
        this.command = command;
        this.console = console;
    }

    /** @param begun the run that goes on, null to begin one */
    int run(RunConfigFile.@Nullable Content begun) throws IOException, Failure {
        StartingWeights start = begun == null ? command.detector.start() : null;
        RunConfigFile.Content content = begun == null ? content(start) : begun;
        DetectorRunConfig config = (DetectorRunConfig) content.run();
        Torch.load();
        Path folder = begun == null ? folder() : Objects.requireNonNull(command.resume);
        SceneDataset scenes = begun == null
                ? SceneDataset.open(command.wantedPhotos(), config.dataset(), reader, console.reading())
                : DetectorRun.reopen(folder, command.photosOf(begun), config.dataset(), reader, console.reading());
        if (begun == null) {
            create(folder, content, scenes, start);
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

    private RunConfigFile.Content content(@Nullable StartingWeights start) throws Failure {
        return new RunConfigFile.Content(
                Task.DETECT,
                command.wantedPhotos().toAbsolutePath().normalize().toString(),
                console.command(),
                command.detector.config(
                        command.photoOptions.scenes(),
                        command.learning.config(DetectorRunConfig.defaultTraining()),
                        start));
    }

    private Path folder() {
        return command.output == null ? TrainingConsole.nextFree(Task.DETECT.id()) : command.output;
    }

    private static void create(
            Path folder, RunConfigFile.Content content, SceneDataset scenes, @Nullable StartingWeights start)
            throws Failure {
        try {
            DetectorRun.create(folder, content, scenes, start);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED, "the run's folder cannot be used: " + FailureHandler.lineOf(e), e);
        }
    }

    private int train(DetectorRun run, Path folder, RunConfigFile.Content content, SceneDataset scenes)
            throws IOException, Failure {
        DetectorRunReport report = new DetectorRunReport(folder, facts(content, scenes));
        if (!run.begun()) {
            DetectorRunConfig config = (DetectorRunConfig) content.run();
            TrainingPictures.writeSquares(folder, run.someSquares(SQUARES_SHOWN));
            TrainingPictures.writePainted(
                    folder,
                    run.someScenes(SCENES_PAINTED),
                    config.painting().minSide(),
                    config.training().seed());
        }
        Optional<TrainingOutcome> outcome = console.train(run::train, report, folder);
        if (outcome.isEmpty()) {
            return ExitCode.INTERRUPTED.number();
        }
        finish(run, folder, content, scenes, outcome.get().history(), report);
        return ExitCode.DONE.number();
    }

    private static List<Fact> facts(RunConfigFile.Content content, SceneDataset scenes) {
        DetectorRunConfig config = (DetectorRunConfig) content.run();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("command", content.command()),
                new Fact("version", new Version().number()),
                new Fact("scenes", scenes.folder().toString()),
                new Fact("data hash", scenes.hash()),
                new Fact("split", scenes.splitSentence())));
        facts.addAll(Fact.of(config));
        return List.copyOf(facts);
    }

    private void finish(
            DetectorRun run,
            Path folder,
            RunConfigFile.Content content,
            SceneDataset scenes,
            TrainingHistory history,
            DetectorRunReport report)
            throws IOException, Failure {
        DetectorRun.Exported exported = export(run);
        DetectionEvaluation evaluation = evaluate(run, exported, scenes);
        EpochResult kept = history.kept().orElseThrow();
        String calibration = CalibrationText.of(exported.choice());
        card(folder, content, scenes, history, calibration).write(folder, List.of(evaluation));
        Path page = report.finish(evaluation, List.of(new Fact("calibration", calibration)), reader);
        console.out().println();
        console.say(
                "%s epoch  %d: %s; %.1f %% of the faces found and right",
                TrainingConsole.kept(history),
                kept.epoch(),
                DetectionText.map50(
                        exported.scores().twoClasses().map50(),
                        exported.scores().threeClasses().map50()),
                100 * exported.scores().foundAndRight().value());
        console.say(
                "Model       %s (%.1f MB); on %d photos it agrees with the trained network to %.0e",
                run.model(),
                Files.size(run.model()) / 1e6,
                exported.check().pictures(),
                exported.check().largestDifference());
        console.say("Report      %s", page);
        console.out().flush();
    }

    private static DetectorRun.Exported export(DetectorRun run) throws IOException, Failure {
        try {
            return run.export(new Version().number());
        } catch (ExportMismatchException e) {
            throw new Failure(
                    ExitCode.BAD_MODEL,
                    e.getMessage()
                            + "; there is no model.onnx, the weights are kept in the run's folder: please report this",
                    e);
        }
    }

    /** On the validation scenes, with the file that was written. */
    private DetectionEvaluation evaluate(DetectorRun run, DetectorRun.Exported exported, SceneDataset scenes)
            throws IOException {
        try (MaskDetector detector = Detectors.offeringAll(Files.readAllBytes(run.model()))) {
            SceneJudge.Judged judged =
                    new SceneJudge(reader).judge(scenes.scenes(Split.VALIDATION), detector, (done, of) -> {});
            return DetectionEvaluation.of(
                    run.model().toString(),
                    scenes.folder() + ", val split",
                    judged.scenes(),
                    judged.broken(),
                    exported.choice().faceThreshold(),
                    Bootstrap.DEFAULTS);
        }
    }

    private DetectorCard card(
            Path folder,
            RunConfigFile.Content content,
            SceneDataset scenes,
            TrainingHistory history,
            String calibration) {
        DetectorRunConfig config = (DetectorRunConfig) content.run();
        Duration total = history.epochs().stream().map(EpochResult::duration).reduce(Duration.ZERO, Duration::plus);
        return new DetectorCard(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                new Version().number(),
                config.network().toString(),
                DetectorTable.of(config.network()).parameters(),
                config.judgedSide(),
                content.command(),
                config.training().seed(),
                history.epochs().size(),
                history.kept().map(EpochResult::epoch).orElse(0),
                total,
                scenes.folder() + ": " + scenes.splitSentence(),
                scenes.hash(),
                calibration);
    }
}
