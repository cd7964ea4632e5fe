package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a detector that finds a masked face in each square of 32 px. */
class EvaluateDetectorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Path scenes;
    private Path detector;

    /** Seven faces, all found, five of them right; one false alarm. */
    @BeforeEach
    void draw() throws IOException {
        scenes = folder.resolve("scenes");
        detector = SmallDetector.write(folder.resolve("detector.onnx"));
        Files.createDirectories(scenes.resolve("images"));
        for (String name : new String[] {"door_1", "door_2"}) {
            ImageIO.write(
                    new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                    "png",
                    scenes.resolve("images/" + name + ".png").toFile());
        }
        StringBuilder marks = new StringBuilder();
        int[][] faces = {{11, 1}, {11, 1}, {11, 1}, {11, 1}, {22, 1}, {22, 2}, {22, 3}};
        for (int i = 0; i < faces.length; i++) {
            marks.append(i == 0 ? "" : ",")
                    .append("{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,%d,32,32],\"iscrowd\":0}"
                            .formatted(i + 1, faces[i][0], faces[i][1], i % 2 * 32, i % 4 / 2 * 32));
        }
        Files.writeString(
                scenes.resolve("annotations.json"),
                ("{\"categories\":[{\"id\":1,\"name\":\"with_mask\"},{\"id\":2,\"name\":\"without_mask\"},{\"id\":3,\"name\":"
                                + "\"mask_weared_incorrect\"}],\"images\":[{\"id\":11,\"file_name\":\"door_1.png\",\"width\":64,"
                                + "\"height\":64},{\"id\":22,\"file_name\":\"door_2.png\",\"width\":64,\"height\":64}],"
                                + "\"annotations\":[%s]}")
                        .formatted(marks));
    }

    private Terminal evaluate(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "evaluate";
        args[1] = detector.toString();
        args[2] = scenes.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return Terminal.maskwatch(args);
    }

    @Test
    void printsWhatTheDetectorFindsAndSays() {
        Terminal terminal = evaluate();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .contains("2 scenes, 7 faces (0 more ignored); broken files: none")
                .contains("two classes, mean", "  with_mask", "three classes, mean")
                .contains("At work, face score at least 0.40")
                .containsPattern("found and right +71\\.4 %")
                .containsPattern("faces +87\\.5 % \\([0-9.-]+\\) +100\\.0 %")
                .contains("By size of the face", "called", "AP as COCO counts it");
        assertThat(terminal.out().lines())
                .filteredOn(line -> !line.contains(folder.toString()))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
    }

    @Test
    void printsOneJsonObjectAndNothingElse() throws IOException {
        Terminal terminal = evaluate("--json", "--threshold", "0.5");
        JsonNode json = JSON.readTree(terminal.out());
        assertThat(json.get("found_and_right").doubleValue()).isEqualTo(5 / 7.0);
        assertThat(json.get("face_threshold").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("map50_2").isNumber()).isTrue();
        assertThat(json.get("called").doubleValue()).isEqualTo(1);
        assertThat(json.get("confusion_called")
                        .get("with_mask")
                        .get("with_mask")
                        .intValue())
                .isEqualTo(5);
        assertThat(json.get("confusion_called").get("mask_worn_incorrectly"))
                .hasToString("{\"with_mask\":1,\"without_mask\":0,\"mask_worn_incorrectly\":0,\"cannot_tell\":0}");
        assertThat(terminal.out()).startsWith("{").endsWith("}" + System.lineSeparator());
    }

    @Test
    void writesTheReportThatWasAskedFor() {
        Path report = folder.resolve("report");
        Terminal terminal = evaluate("--output", report.toString());
        assertThat(terminal.out()).contains("Report: " + report.resolve("report.html"));
        assertThat(report.resolve("report.html")).content().contains("photos brought to", "64 px", "draws, seed 1");
        assertThat(report.resolve("false-alarms.jpg")).exists();
        assertThat(report.resolve("misses.jpg")).doesNotExist();
    }

    @Test
    void writesWhatWasSaidAsCocoDoes() throws IOException {
        Path results = folder.resolve("detections.json");
        Terminal terminal = evaluate("--output", results.toString(), "--classes", "2");
        assertThat(terminal.out()).contains("Results: " + results);
        JsonNode json = JSON.readTree(results.toFile());
        assertThat(json).hasSize(8);
        assertThat(json.findValuesAsText("image_id")).containsOnly("11", "22");
        assertThat(json.findValuesAsText("category_id")).containsOnly("1");
    }

    @Test
    void aSmallerSizeIsTaken() {
        // A photo of 32 px is one square: one face.
        Terminal terminal = evaluate("--resize", "32", "--json");
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("\"recall\" : 0.0");
    }

    @Test
    void nonsenseIsWrongUse() {
        for (String[] options : new String[][] {
            {"--threshold", "1.5"}, {"--classes", "4"}, {"--detect-size", "huge"}, {"--detect-size", "8"}
        }) {
            Terminal terminal = evaluate(options);
            assertThat(terminal.exitCode()).as(options[0]).isEqualTo(ExitCode.WRONG_USE.number());
            assertThat(terminal.err()).contains("wanted");
        }
    }

    @Test
    void optionsOfDetectorsAreRefusedWithAClassifier() {
        Terminal terminal = Terminal.maskwatch("evaluate", "classic", scenes.toString(), "--threshold", "0.5");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err()).contains("this model is a classifier");
    }

    @Test
    void aModelThatIsNoneIsSaidBeforeAnythingElse() throws IOException {
        Terminal missing = Terminal.maskwatch("evaluate", "nope.onnx", scenes.toString());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(missing.err()).contains("no such file or folder: nope.onnx");
        byte[] sound = Files.readAllBytes(detector);
        Path half = Files.write(folder.resolve("half.onnx"), Arrays.copyOf(sound, sound.length / 2));
        Terminal broken = Terminal.maskwatch("evaluate", half.toString(), scenes.toString(), "--detect-size", "320");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.BAD_MODEL.number());
        assertThat(broken.err()).contains("ends in the middle of the model");
    }

    @Test
    void aSplitOfAnotherMakeIsNone() throws IOException {
        Files.writeString(detector.resolveSibling("split.json"), "{\"train\": [\"a\"], \"val\": [\"b\"]}");
        assertThat(evaluate().exitCode()).isZero();
    }

    @Test
    void aFolderWithoutScenesIsOneLine() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Terminal terminal = Terminal.maskwatch("evaluate", detector.toString(), empty.toString());
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(terminal.err().lines()).singleElement().asString().contains("annotations.json");
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailedOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "a file is here already");
        Terminal terminal = evaluate("--output", file.toString());
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.out()).contains("found and right");
    }
}
