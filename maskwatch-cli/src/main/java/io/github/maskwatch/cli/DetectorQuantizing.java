package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.DetectorProbe;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.quantization.DetectorQuantization;
import io.github.maskwatch.training.quantization.JudgedDetector;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine;

/** {@code quantize}. */
final class DetectorQuantizing {
    private static final String ENDING = ".onnx";

    private final QuantizeCommand command;
    private final CommandLine commandLine;
    private final PhotoReader reader = new PhotoReader();

    DetectorQuantizing(QuantizeCommand command) {
        this.command = command;
        this.commandLine = command.spec.commandLine();
    }

    void run() throws IOException, Failure {
        requireOutput();
        byte[] model = model();
        // Says in one line what is wrong with a file, if anything is.
        OnnxMaskDetector.open(model, command.model, DetectorConfig.DEFAULTS).close();
        CountLine count = CountLine.of(commandLine);
        List<Scene> training = scenes(Split.TRAIN, count).scenes();
        SceneSet validation = scenes(Split.VALIDATION, count);
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
        List<DetectorTiming> timings = command.rounds == 0 ? List.of() : timings(model, quantized, validation.scenes());
        QuantizationCard card = card(model, quantized, validation, timings);
        write(quantized, card);
        print(card);
    }

    private void requireOutput() throws Failure {
        String name = String.valueOf(command.output.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING) || name.length() == ENDING.length()) {
            throw new Failure(
                    ExitCode.WRONG_USE, "--output " + command.output + ": wanted a file that ends with " + ENDING);
        }
        if (Files.isDirectory(command.output)) {
            throw new Failure(ExitCode.WRONG_USE, "--output " + command.output + " is a folder; name a file");
        }
        if (command.output
                .toAbsolutePath()
                .normalize()
                .equals(Path.of(command.model).toAbsolutePath().normalize())) {
            throw new Failure(
                    ExitCode.WRONG_USE, "--output " + command.output + " is the model itself; name another file");
        }
    }

    private byte[] model() throws IOException, Failure {
        if (command.model.equals(BundledModels.ACCURATE) || command.model.equals(BundledModels.CLASSIC)) {
            throw new Failure(
                    ExitCode.WRONG_USE, "'" + command.model + "' is no single detector; take 'nano', or a model.onnx");
        }
        Optional<BundledDetector> bundled = BundledDetector.named(command.model);
        if (bundled.isPresent()) {
            return bundled.get().model();
        }
        Path file = Path.of(command.model);
        // A classifier is refused when it is opened; what is no model at all, and a folder, here.
        ModelKind.of(file);
        return Files.readAllBytes(file);
    }

    private SceneSet scenes(Split split, CountLine count) throws IOException {
        SceneSet set = SceneSet.open(command.photos, split, SceneDatasetConfig.defaults(), reader, count::done);
        count.clear();
        set.warnings().forEach(warning -> commandLine.getErr().println("maskwatch: " + warning));
        return set;
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
                validation.description(),
                CalibrationText.of(quantized.calibration()),
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

    private void write(QuantizedDetector quantized, QuantizationCard card) throws Failure {
        try {
            card.write(command.output, quantized.file());
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED,
                    "the model cannot be written to " + command.output + ": " + FailureHandler.lineOf(e),
                    e);
        }
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
