package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bundled nano in eight bits, on frames of the demonstration; what it says of them in float32 is the truth. */
@Timeout(300)
class QuantizeCommandTest {
    private static final int EVERY = 37;
    private static final int FRAMES = 12;

    @TempDir
    static Path folder;

    private static List<Image> frames;
    private static Path scenes;

    @BeforeAll
    static void draw() throws IOException {
        frames = frames();
        scenes = folder.resolve("scenes");
        write(scenes.resolve("train"), frames.subList(0, 6));
        write(scenes.resolve("val"), frames);
    }

    private static List<Image> frames() throws IOException {
        List<Image> taken = new ArrayList<>();
        try (FrameReader reader = new DemoSource(1, Duration.ofSeconds(60)).open()) {
            Frame frame = reader.next();
            for (int i = 0; frame != null && taken.size() < FRAMES; i++) {
                if (i % EVERY == 0) {
                    taken.add(frame.image());
                }
                frame = reader.next();
            }
        }
        return taken;
    }

    private static void write(Path split, List<Image> pictures) throws IOException {
        Path images = Files.createDirectories(split.resolve("images"));
        List<Map<String, Object>> photos = new ArrayList<>();
        List<Map<String, Object>> faces = new ArrayList<>();
        try (MaskDetector nano = BundledDetector.NANO.open(DetectorConfig.DEFAULTS)) {
            for (int i = 0; i < pictures.size(); i++) {
                Image picture = pictures.get(i);
                ImageIO.write(
                        Pictures.toBuffered(picture),
                        "png",
                        images.resolve(i + ".png").toFile());
                photos.add(
                        Map.of("id", i, "file_name", i + ".png", "width", picture.width(), "height", picture.height()));
                for (MaskedFace found : nano.detect(picture)) {
                    faces.add(mark(faces.size(), i, found));
                }
            }
        }
        new ObjectMapper()
                .writeValue(
                        split.resolve("annotations.json").toFile(),
                        Map.of(
                                "images",
                                photos,
                                "annotations",
                                faces,
                                "categories",
                                List.of(
                                        Map.of("id", 1, "name", "with_mask"),
                                        Map.of("id", 2, "name", "without_mask"))));
    }

    /** What is not clear in float32 need not be alike in eight bits: such a face does not count. */
    private static Map<String, Object> mark(int id, int picture, MaskedFace found) {
        MaskState state = found.prediction().state();
        boolean clear = found.face().score() > 0.55
                && state != MaskState.WORN_INCORRECTLY
                && found.prediction().probability(state) > 0.8;
        Box box = found.face().box();
        return Map.of(
                "id",
                id,
                "image_id",
                picture,
                "category_id",
                state == MaskState.WITH_MASK ? 1 : 2,
                "bbox",
                List.of(box.x(), box.y(), box.width(), box.height()),
                "iscrowd",
                clear ? 0 : 1);
    }

    private static Terminal quantize(String model, Path photos, Path output, String... more) {
        List<String> args =
                new ArrayList<>(List.of("quantize", model, photos.toString(), "--output", output.toString()));
        args.addAll(List.of(more));
        return Terminal.maskwatch(args.toArray(String[]::new));
    }

    private static void assertOneLine(Terminal terminal, ExitCode code, String... parts) {
        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(code.number());
        assertThat(terminal.err().lines().filter(line -> !line.isBlank())).hasSize(1);
        assertThat(terminal.err()).contains(parts).doesNotContain("Exception");
    }

    @Test
    void aFileThatIsUsedLikeAnyOther() throws IOException {
        Path output = folder.resolve("made/nano-int8.onnx");
        Terminal made = quantize("nano", scenes, output, "--rounds", "1");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("float32", "int8", "mAP50, two classes", "CPU ms", "Model: " + output);
        assertThat(Files.size(output)).isLessThan(BundledDetector.NANO.model().length / 2);
        assertThat(output.resolveSibling("nano-int8.md"))
                .content()
                .contains("## INT8", "SHA-256", "quantize nano", "| found and right |");

        assertAnswersLikeFloat(output);
        Terminal judged = Terminal.maskwatch("evaluate", output.toString(), scenes.toString(), "--json");
        assertThat(judged.exitCode()).as(judged.err()).isZero();
        Terminal watched = Terminal.maskwatch(
                "watch",
                scenes.resolve("val/images/3.png").toString(),
                "--model",
                output.toString(),
                "--output",
                folder.resolve("watched.png").toString());
        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(folder.resolve("watched.png")).isNotEmptyFile();

        assertOneLine(
                quantize(output.toString(), scenes, folder.resolve("again.onnx")),
                ExitCode.BAD_MODEL,
                "is of int8 already");
    }

    private static void assertAnswersLikeFloat(Path output) throws IOException {
        int faces = 0;
        try (MaskDetector nano = BundledDetector.NANO.open(DetectorConfig.DEFAULTS);
                MaskDetector quantized = OnnxMaskDetector.open(output, DetectorConfig.DEFAULTS.withScoreFloor(0.02))) {
            for (Image frame : frames) {
                List<MaskedFace> answers = quantized.detect(frame);
                for (MaskedFace expected : nano.detect(frame)) {
                    faces++;
                    assertThat(answers)
                            .anySatisfy(answer -> assertThat(answer.face()
                                            .box()
                                            .iou(expected.face().box()))
                                    .isGreaterThan(0.8));
                }
            }
        }
        assertThat(faces).isGreaterThan(5);
    }

    @Test
    void whatLosesTooMuchIsNotWritten() throws IOException {
        // Grey is the network's zero: ranges from it cut off much of what a face says.
        Path grey = folder.resolve("grey");
        Image empty = Image.filled(640, 480, 0x808080);
        write(grey.resolve("train"), List.of(empty, empty));
        write(grey.resolve("val"), frames);
        Path output = folder.resolve("grey.onnx");
        assertOneLine(
                quantize("nano", grey, output, "--rounds", "0"), ExitCode.BAD_MODEL, "in eight bits", "falls from");
        assertThat(output).doesNotExist();
    }

    @Test
    void badInputIsOneLine() throws IOException {
        Path output = folder.resolve("out.onnx");
        assertOneLine(quantize("nowhere.onnx", scenes, output), ExitCode.BAD_INPUT, "no such file", "nowhere.onnx");
        assertOneLine(quantize("accurate", scenes, output), ExitCode.WRONG_USE, "no single detector");
        Path text = Files.writeString(folder.resolve("text.onnx"), "a text");
        assertOneLine(quantize(text.toString(), scenes, output), ExitCode.BAD_MODEL, "is not an ONNX model");
        assertOneLine(quantize("nano", scenes, folder.resolve("out.txt")), ExitCode.WRONG_USE, "ends with .onnx");
        assertOneLine(quantize("nano", scenes, output, "--scenes", "0"), ExitCode.WRONG_USE, "at least 1, got 0");
        assertOneLine(quantize("nano", scenes.resolve("val"), output), ExitCode.BAD_INPUT, "has no train/");
        assertOneLine(quantize("nano", folder.resolve("none"), output), ExitCode.BAD_INPUT, "none");
        assertThat(quantize("nano", scenes, output, "--ranges", "mean").err())
                .contains("wanted: full, percentile, least-error, got 'mean'");
        Path small = SmallDetector.write(folder.resolve("small.onnx"));
        assertOneLine(quantize(small.toString(), scenes, output), ExitCode.BAD_MODEL, "give a model.onnx");
        assertThat(output).doesNotExist();
    }

    private static Terminal calibrate(String model, Path photos, Path output, String... more) {
        List<String> args =
                new ArrayList<>(List.of("calibrate", model, photos.toString(), "--output", output.toString()));
        args.addAll(List.of(more));
        return Terminal.maskwatch(args.toArray(String[]::new));
    }

    @Test
    void aPhotoThatCannotBeReadIsSaidAndLeftOut() throws IOException {
        Path some = folder.resolve("some");
        write(some.resolve("train"), frames.subList(0, 2));
        write(some.resolve("val"), frames.subList(0, 6));
        for (String broken : List.of("train/images/0.png", "val/images/5.png")) {
            byte[] whole = Files.readAllBytes(some.resolve(broken));
            Files.write(some.resolve(broken), Arrays.copyOf(whole, whole.length / 2));
        }
        Path output = folder.resolve("some.onnx");
        Terminal calibrated = calibrate("nano", some, output);
        assertThat(calibrated.exitCode()).as(calibrated.err()).isZero();
        assertThat(calibrated.err()).contains("left out ", "5.png");
        Terminal quantized = quantize(output.toString(), some, folder.resolve("some-int8.onnx"), "--rounds", "1");
        assertThat(quantized.err()).contains("left out ", "0.png");
        if (quantized.exitCode() == 0) {
            assertThat(folder.resolve("some-int8.md")).content().contains("measured on 1 training scenes");
        }
    }

    /** Of the same network, told anew on which size it works and how sure it may sound. */
    @Test
    void calibratedItFindsTheSameFacesAtItsNewSize() throws IOException {
        Path output = folder.resolve("calibrated/door.onnx");
        Terminal made = calibrate("nano", scenes, output, "--detect-size", "512");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("At 512 px on these photos: mAP50", "is shown from", "Model: " + output);
        try (OnnxMaskDetector detector = OnnxMaskDetector.open(output)) {
            assertThat(detector.side()).isEqualTo(512);
            assertThat(detector.description().scores().slope()).isPositive();
        }
        assertAnswersLikeFloat(output);
        // A folder without splits will do, and a file of one's own.
        Terminal again = calibrate(output.toString(), scenes.resolve("val"), folder.resolve("again.onnx"));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("At 512 px");

        Path none = folder.resolve("uncalibrated.onnx");
        assertOneLine(calibrate("accurate", scenes, none), ExitCode.WRONG_USE, "no single detector");
        assertOneLine(calibrate(output.toString(), scenes, output), ExitCode.WRONG_USE, "is the model itself");
        assertOneLine(calibrate("nano", folder.resolve("nothing"), none), ExitCode.BAD_INPUT, "nothing");
        assertThat(none).doesNotExist();
    }
}
