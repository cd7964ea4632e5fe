package io.github.maskwatch.cli;

import io.github.maskwatch.inference.onnx.DetectorDescription;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.calibration.DetectorCalibrator;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.export.DetectorSettings;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        description = {
            "Chooses anew how sure a detector may sound, without training it: how probable a face is at which score, from where on it is shown,"
                    + " and how sure one must be of a mask to call it rather than to leave it at \"cannot tell\".",
            "",
            "Give it some hundred marked photos of the cameras that it is for, none that it was trained on, and none that it is to be"
                    + " reported on."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A detector's model.onnx, or nano, small or medium for a bundled one.")
    private String model;

    @Parameters(
            index = "1",
            paramLabel = "SCENES",
            description = "Photos with boxes: COCO JSON, Pascal VOC or YOLO text; of a folder with splits, val.")
    private Path photos;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The new model, such as door.onnx: the same network with what was chosen.")
    private Path output;

    @Option(
            names = "--detect-size",
            paramLabel = "PX",
            converter = DetectorEvaluationOptions.Side.class,
            description =
                    "Longer side that frames are brought to from now on, px, or auto for the model's own. Default: auto.")
    private DetectSize detectSize = DetectSize.AUTO;

    @Override
    public Integer call() throws IOException, Failure {
        NewModel files = new NewModel(model, output);
        files.requireOutput();
        byte[] source = files.source();
        DetectorCalibrator.Calibrated calibrated = calibrate(source, files.description(source));
        byte[] file = calibrated.file(source, model);
        files.write(() -> AtomicFile.write(output, beside -> Files.write(beside, file)));
        print(calibrated);
        return ExitCode.DONE.number();
    }

    private DetectorCalibrator.Calibrated calibrate(byte[] source, DetectorDescription described) throws IOException {
        CommandLine commandLine = spec.commandLine();
        PhotoReader reader = new PhotoReader();
        CountLine count = CountLine.of(commandLine);
        try {
            SceneSet set = SceneSet.openForChoosing(
                    photos,
                    SplitManifest.beside(Path.of(model), SplitManifest.SCENES).orElse(null),
                    SceneDatasetConfig.defaults(),
                    reader,
                    count::done);
            count.clear();
            set.remarks().forEach(line -> commandLine.getErr().println("maskwatch: " + line));
            DetectorCalibrator.Calibrated calibrated = new DetectorCalibrator(reader, Detectors::offeringAll)
                    .run(source, model, settings(described), set.scenes(), count);
            count.clear();
            BrokenPhoto.remarks(calibrated.broken())
                    .forEach(line -> commandLine.getErr().println("maskwatch: " + line));
            return calibrated;
        } finally {
            count.clear();
        }
    }

    private DetectorSettings settings(DetectorDescription described) {
        @Nullable Integer side = detectSize.side();
        return DetectorSettings.uncalibrated(side == null ? described.side() : side)
                .withSuppressionIou(described.suppressionIou());
    }

    private void print(DetectorCalibrator.Calibrated calibrated) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "At %d px on these photos: %s; precision of faces %.1f %%, found and right %.1f %%.%n",
                calibrated.settings().side(),
                DetectionText.map50(
                        calibrated.judged().two(), calibrated.judged().three()),
                100 * calibrated.judged().work().precision().value(),
                100 * calibrated.judged().work().foundAndRight().value());
        out.println(CalibrationText.of(calibrated.choice()));
        out.println("Model: " + output);
        out.flush();
    }
}
