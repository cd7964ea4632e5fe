package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.metrics.detection.DetectorChoice;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.SceneJudge;
import io.github.maskwatch.training.evaluation.scene.SceneJudgement;
import io.github.maskwatch.training.report.CocoResults;
import io.github.maskwatch.training.report.DetectionFolder;
import io.github.maskwatch.training.report.DetectionJson;
import io.github.maskwatch.training.report.Fact;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import io.github.maskwatch.training.scene.annotation.CocoIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;

/** {@code evaluate} of a detector. */
final class DetectorEvaluating {
    private final EvaluateCommand command;
    private final DetectorSource detectors;
    private final CommandLine commandLine;
    private final PhotoReader reader = new PhotoReader();

    DetectorEvaluating(EvaluateCommand command, DetectorSource detectors) {
        this.command = command;
        this.detectors = detectors;
        this.commandLine = command.spec.commandLine();
    }

    /** Whether the path is where what was said goes, rather than a folder. */
    static boolean isResults(Path output) {
        return String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    int run() throws IOException, Failure {
        command.detection.require();
        CountLine count = CountLine.of(commandLine);
        try (DetectorSource.Judged judged = detectors.open(command.model, command.detection.side())) {
            SceneSet set = SceneSet.open(
                    command.photos,
                    command.split,
                    SplitManifest.beside(Path.of(command.model), SplitManifest.SCENES)
                            .orElse(null),
                    SceneDatasetConfig.defaults(),
                    reader,
                    count::done);
            count.clear();
            set.warnings().forEach(warning -> commandLine.getErr().println("maskwatch: " + warning));
            DetectionEvaluation evaluation = evaluate(judged, set, count);
            count.clear();
            print(evaluation);
            if (command.detection.choose) {
                printChoice(evaluation);
            }
            if (command.output != null) {
                say(command.output, write(command.output, evaluation, judged));
            }
            return ExitCode.DONE.number();
        } finally {
            count.clear();
        }
    }

    private DetectionEvaluation evaluate(DetectorSource.Judged judged, SceneSet set, CountLine count)
            throws IOException {
        SceneJudge.Judged said = new SceneJudge(reader).judge(set.scenes(), judged.detector(), count);
        List<BrokenPhoto> broken =
                Stream.concat(set.broken().stream(), said.broken().stream()).toList();
        if (said.scenes().isEmpty()) {
            throw new IOException(command.photos + ": none of its photos can be read, such as " + broken.get(0));
        }
        Double threshold = command.detection.threshold;
        return DetectionEvaluation.of(
                command.model,
                set.description(),
                said.scenes(),
                broken,
                threshold == null ? judged.faceThreshold() : threshold,
                bootstrap());
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(Bootstrap.DEFAULTS.draws(), command.seed);
    }

    private void print(DetectionEvaluation evaluation) {
        PrintWriter out = commandLine.getOut();
        if (command.json) {
            out.println(DetectionJson.of(evaluation).text());
        } else {
            new DetectionText(out, commandLine.getColorScheme().ansi()).print(evaluation);
        }
        out.flush();
    }

    private void printChoice(DetectionEvaluation evaluation) {
        List<JudgedScene> judged =
                evaluation.scenes().stream().map(SceneJudgement::judged).toList();
        DetectorChoice choice = DetectorChoice.of(judged);
        PrintWriter stream = command.json ? commandLine.getErr() : commandLine.getOut();
        stream.println();
        stream.println(CalibrationText.of(choice));
        stream.flush();
    }

    private void say(Path output, Path written) {
        PrintWriter stream = command.json ? commandLine.getErr() : commandLine.getOut();
        stream.println((isResults(output) ? "Results: " : "Report: ") + written);
        stream.flush();
    }

    private Path write(Path output, DetectionEvaluation evaluation, DetectorSource.Judged judged)
            throws IOException, Failure {
        if (!isResults(output)) {
            try {
                return DetectionFolder.write(output, evaluation, facts(judged), reader);
            } catch (IOException e) {
                throw Failure.notWritten("the report", output, e);
            }
        }
        CocoIds ids = CocoIds.of(command.photos);
        try {
            new CocoResults(ids, command.detection.threeClasses(evaluation)).write(output, evaluation.scenes());
        } catch (IOException e) {
            throw Failure.notWritten("the results", output, e);
        }
        return output;
    }

    private List<Fact> facts(DetectorSource.Judged judged) {
        return List.of(
                new Fact("command", CommandText.of(command.spec.root())),
                new Fact("model", command.model),
                new Fact("scenes", command.photos.toString()),
                new Fact("photos brought to", judged.side() + " px"),
                new Fact(
                        "bootstrap",
                        bootstrap().draws() + " draws, seed " + bootstrap().seed()),
                new Fact("version", new Version().number()));
    }
}
