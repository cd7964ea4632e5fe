package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector's run from the command line to the file, on drawn scenes: that everything is there, not that it is good. */
class TrainDetectorTest {
    private static final int PHOTOS = 6;
    private static final List<Map<String, Object>> CATEGORIES =
            List.of(Map.of("id", 1, "name", "with_mask"), Map.of("id", 2, "name", "without_mask"));

    @TempDir
    Path folder;

    @BeforeEach
    void scenes() throws IOException {
        for (String split : List.of("train", "val")) {
            Path images = Files.createDirectories(
                    folder.resolve("scenes").resolve(split).resolve("images"));
            List<Map<String, Object>> photos = new ArrayList<>();
            List<Map<String, Object>> faces = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                draw(images.resolve(i + ".png"), i, split.equals("val") ? 200 : 40);
                photos.add(Map.of("id", i, "file_name", i + ".png", "width", 96, "height", 80));
                faces.add(Map.of(
                        "id", i, "image_id", i, "category_id", 1 + i % 2, "bbox", List.of(10 + 6 * i, 20, 28, 34)));
            }
            new ObjectMapper()
                    .writeValue(
                            images.resolveSibling("annotations.json").toFile(),
                            Map.of("images", photos, "annotations", faces, "categories", CATEGORIES));
        }
    }

    private static void draw(Path photo, int number, int blue) throws IOException {
        BufferedImage image = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20 * number, 90, blue));
        graphics.fillRect(0, 0, 96, 80);
        graphics.setColor(number % 2 == 0 ? Color.WHITE : Color.PINK);
        graphics.fillOval(10 + 6 * number, 20, 28, 34);
        graphics.dispose();
        ImageIO.write(image, "png", photo.toFile());
    }

    private Terminal train(String... more) {
        List<String> args = new ArrayList<>(List.of("train"));
        args.addAll(List.of(more));
        return Terminal.maskwatch(args.toArray(String[]::new));
    }

    @Test
    void leavesACheckedModelItsCardAndItsPictures() throws IOException {
        Path run = folder.resolve("run");

        Terminal trained = train(
                folder.resolve("scenes").toString(),
                "--task",
                "detect",
                "--output",
                run.toString(),
                "--epochs",
                "1",
                "--batch",
                "3",
                "--train-side",
                "64",
                "--judge-side",
                "96");

        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("333,888", "agrees with the trained network");
        for (String file : List.of(
                "best.ckpt",
                "config.json",
                "evaluation.json",
                "last.ckpt",
                "loss.svg",
                "metrics.csv",
                "model.md",
                "model.onnx",
                "painted.jpg",
                "report.html",
                "split.json",
                "squares.jpg",
                "validation.svg")) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(run.resolve("model.md"))).contains("--task detect", "AP50:95");

        Terminal judged = Terminal.maskwatch(
                "evaluate",
                run.resolve("model.onnx").toString(),
                folder.resolve("scenes").toString(),
                "--json");
        assertThat(judged.exitCode()).as(judged.err()).isZero();
        assertThat(judged.out()).contains("\"map50_2\"", "\"found_and_right\"");

        Terminal again = train("--resume", run.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    @Test
    void optionsOfTheOtherTaskAreRefused() {
        String scenes = folder.resolve("scenes").toString();

        assertRefused(train(scenes, "--task", "detect", "--class-weights", "balanced"), "--class-weights");
        assertRefused(train(scenes, "--task", "detect", "--augment", "classic"), "--augment");
        assertRefused(train(scenes, "--detector", "small"), "--task detect");
        assertRefused(train(scenes, "--task", "detect", "--judge-side", "5000"), "--judge-side");
    }

    private void assertRefused(Terminal terminal, String... words) {
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err().lines()).singleElement().asString().contains(words);
    }

    @Test
    void nothingIsChosenWhereNothingIsFound() throws IOException {
        Path model = SmallDetector.write(folder.resolve("small.onnx"));
        Path elsewhere = folder.resolve("scenes/val/annotations.json");
        Files.writeString(
                elsewhere, Files.readString(elsewhere).replaceAll("\"bbox\":\\[[^]]*]", "\"bbox\":[70,2,8,9]"));
        Path output = folder.resolve("door.onnx");

        Terminal refused = Terminal.maskwatch(
                "calibrate", model.toString(), folder.resolve("scenes").toString(), "--output", output.toString());

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("nothing to choose on").doesNotContain("Exception");
        assertThat(output).doesNotExist();
    }

    @Test
    void closeUpsOfAFolderWithoutSplitAreAllTakenEvenOfOneClass() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("close/mask_worn_incorrectly"));
        for (int i = 0; i < 10; i++) {
            draw(photos.resolve(i + ".png"), i, 90);
        }

        Terminal annotated = Terminal.maskwatch(
                "annotate",
                "--close-ups",
                folder.resolve("close").toString(),
                "--model",
                SmallDetector.write(folder.resolve("small.onnx")).toString(),
                "--output",
                folder.resolve("refined").toString());

        assertThat(annotated.exitCode()).as(annotated.err()).isZero();
        // It sees several faces in each.
        assertThat(annotated.out()).contains("Close-ups   0; left out 10");
    }

    @Test
    void annotatedScenesThatCannotBeWrittenAreAFailedOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        String model = SmallDetector.write(folder.resolve("small.onnx")).toString();
        for (Path output : List.of(file, file.resolve("sub"))) {
            Terminal annotated =
                    Terminal.maskwatch("annotate", folder.toString(), "--model", model, "--output", output.toString());
            assertThat(annotated.exitCode()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
            assertThat(annotated.err().lines()).hasSize(1);
            assertThat(annotated.err()).contains(output.toString());
        }
    }

    @Test
    void scenesWithoutAnnotationsAreOneClearLine() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        Terminal refused = train(empty.toString(), "--task", "detect");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err().lines().filter(line -> !line.isBlank())).hasSize(1);
        assertThat(refused.err()).contains(empty.toString()).doesNotContain("Exception");
    }
}
