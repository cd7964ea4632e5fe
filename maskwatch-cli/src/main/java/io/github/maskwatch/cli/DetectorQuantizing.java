package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.DetectorProbe;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.calibration.JudgedDetector;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.quantization.DetectorQuantization;
import io.github.maskwatch.training.quantization.Probe;
import io.github.maskwatch.training.quantization.QuantizationRefusedException;
import io.github.maskwatch.training.quantization.QuantizedDetector;
import io.github.maskwatch.training.report.QuantizationCard;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine;

/** {@code quantize}. */
final class DetectorQuantizing {
    private final QuantizeCommand command;
    private final CommandLine commandLine;
    private final PhotoReader reader = new PhotoReader();

    DetectorQuantizing(QuantizeCommand command) {
        this.command = command;
        this.commandLine = command.spec.commandLine();
    }

    void run() throws IOException, Failure {
        NewModel files = new NewModel(command.model, command.output);
        files.requireOutput();
        byte[] model = files.source();
        // Says in one line what is wrong with a file, if anything is.
        files.description(model);
        CountLine count = CountLine.of(commandLine);
        List<SceneSet> sets = scenes(count);
        List<Scene> training = sets.get(0).scenes();
        SceneSet validation = sets.get(1);
        QuantizedDetector quantized;
        try {
            quantized = new DetectorQuantization(
                            command.config(), reader, DetectorQuantizing::probe, DetectorQuantizing::offeringAll)
                    .run(model, command.model, training, validation.scenes(), count);
        } catch (QuantizationRefusedException e) {
            throw new Failure(ExitCode.BAD_MODEL, FailureHandler.lineOf(e), e);
        } finally {
            count.clear();
        }
        BrokenPhoto.remarks(quantized.leftOut())
                .forEach(line -> commandLine.getErr().println("maskwatch: " + line));
        List<DetectorTiming> timings = command.rounds == 0 ? List.of() : timings(model, quantized, validation.scenes());
        QuantizationCard card = card(model, quantized, validation, timings);
        files.write(() -> card.write(command.output, quantized.file()));
        print(card);
    }

    /** To measure ranges on, and to judge on. */
    private List<SceneSet> scenes(CountLine count) throws IOException {
        List<SceneSet> sets = SceneSet.openAll(
                command.photos,
                List.of(Split.TRAIN, Split.VALIDATION),
                SplitManifest.beside(Path.of(command.model), SplitManifest.SCENES)
                        .orElse(null),
                SceneDatasetConfig.defaults(),
                reader,
                count::done);
        count.clear();
        sets.get(0).remarks().forEach(line -> commandLine.getErr().println("maskwatch: " + line));
        return sets;
    }

    private static MaskDetector offeringAll(byte[] model) throws IOException {
        return Detectors.offeringAll(model);
    }

    private static Probe probe(byte[] model) throws IOException {
        DetectorProbe probe = DetectorProbe.open(model, "the model to measure", DetectorConfig.DEFAULTS);
        return new Probe() {
            @Override
            public void look(Image picture, BiConsumer<String, FloatBuffer> values) throws IOException {
                probe.look(picture, values);
            }

            @Override
            public void close() {
                probe.close();
            }
        };
    }

    private List<DetectorTiming> timings(byte[] model, QuantizedDetector quantized, List<Scene> scenes)
            throws IOException {
        try (MaskDetector before = OnnxMaskDetector.open(model, command.model, DetectorConfig.DEFAULTS);
                MaskDetector after =
                        OnnxMaskDetector.open(quantized.file(), "the model in eight bits", DetectorConfig.DEFAULTS)) {
            return DetectorTiming.measure(
                    List.of(before, after), DetectorTiming.frames(scenes, reader), command.rounds);
        }
    }

    private QuantizationCard card(
            byte[] model, QuantizedDetector quantized, SceneSet validation, List<DetectorTiming> timings) {
        return new QuantizationCard(
                String.valueOf(command.output.getFileName()),
                new Version().number(),
                command.model,
                quantized.sourceHash(),
                CommandText.of(command.spec.root()),
                command.config(),
                quantized.measuredOn(),
                validation.description(),
                CalibrationText.of(quantized.choice()),
                column(quantized.before(), model.length, timings, 0),
                column(quantized.after(), quantized.file().length, timings, 1));
    }

    private static QuantizationCard.Column column(
            JudgedDetector judged, int bytes, List<DetectorTiming> timings, int which) {
        return new QuantizationCard.Column(
                judged,
                bytes,
                timings.isEmpty() ? Double.NaN : timings.get(which).cpuMillis());
    }

    private void print(QuantizationCard card) {
        PrintWriter out = commandLine.getOut();
        card.rows().forEach(row -> out.println(row.text()));
        out.println();
        out.println(card.calibration());
        out.println("Model: " + command.output + ", card: " + QuantizationCard.beside(command.output));
        out.flush();
    }
}
