package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    Path photos;

    /** Light pictures wear a mask, dark ones do not, grey ones wear it wrong. */
    private static final class ByLight implements MaskClassifier {
        private boolean closed;

        @Override
        public List<MaskPrediction> classify(List<Image> crops) {
            return crops.stream()
                    .map(crop -> crop.at(0, 0) & 0xff)
                    .map(light -> light > 200
                            ? new MaskPrediction(0.9, 0.06, 0.04)
                            : light < 50 ? new MaskPrediction(0.1, 0.9, 0) : new MaskPrediction(0.2, 0.2, 0.6))
                    .toList();
        }

        @Override
        public List<MaskState> states() {
            return List.of(MaskState.values());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final ByLight classifier = new ByLight();

    private void draw(MaskState state, String name, int light) throws IOException {
        BufferedImage picture = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 48 * 48; i++) {
            picture.setRGB(i % 48, i / 48, light * 0x010101);
        }
        Path folder = Files.createDirectories(photos.resolve(state.id()));
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }

    /** 19 of 20 right with and without, 3 of 4 worn incorrectly, one file broken. */
    @BeforeEach
    void fill() throws IOException {
        for (int i = 0; i < 10; i++) {
            draw(MaskState.WITH_MASK, "door_" + i + ".png", i == 0 ? 10 : 250);
            draw(MaskState.WITHOUT_MASK, "street_" + i + ".png", 10);
        }
        for (int i = 0; i < 4; i++) {
            draw(MaskState.WORN_INCORRECTLY, "door_" + i + ".png", i == 0 ? 10 : 120);
        }
        Files.writeString(photos.resolve("with_mask/letter.jpg"), "no photo");
    }

    /** For which the fake file is none. */
    private static final class NoDetectors implements DetectorSource {
        @Override
        public boolean isDetector(String model) {
            return false;
        }

        @Override
        public Judged open(String model, @Nullable Integer side) {
            throw new AssertionError("asked for " + model);
        }
    }

    private Terminal evaluate(String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.getCommandSpec().removeSubcommand("evaluate");
        commandLine.addSubcommand(new EvaluateCommand(model -> classifier, new NoDetectors()));
        String[] args = new String[options.length + 3];
        args[0] = "evaluate";
        args[1] = "fake.onnx";
        args[2] = photos.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return Terminal.run(
                commandLine
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(new WrongUseHandler())
                        .setExecutionExceptionHandler(new FailureHandler()),
                args);
    }

    @Test
    void printsTheFiguresTheirDefinitionAndWhatIsBesideThem() {
        Terminal terminal = evaluate();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .contains("accuracy             95.0 % (76.4-99.1)   n = 20")
                .contains("balanced accuracy", "calibration error", "broken files        1")
                .contains("photos labelled with_mask or without_mask")
                .contains("Three classes: 91.7 %", "Masks worn incorrectly counted as without: 95.8 %")
                .contains("file header only", "8 x 8 thumbnail", "5-fold cross-validation")
                .contains("By size", "32-64 px", "By source", "street")
                .contains("letter.jpg");
        assertThat(terminal.out().lines())
                .filteredOn(line -> !line.contains(photos.toString()))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
        assertThat(classifier.closed).isTrue();
    }

    @Test
    void printsOneJsonObjectAndNothingElse() throws IOException {
        Terminal terminal = evaluate("--json", "--no-baselines");
        JsonNode json = JsonMapper.builder().build().readTree(terminal.out());
        assertThat(terminal.out()).startsWith("{").endsWith("}" + System.lineSeparator());
        assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.95);
        assertThat(json.get("n").intValue()).isEqualTo(20);
        assertThat(json.at("/interval/low").doubleValue()).isBetween(0.76, 0.77);
        assertThat(json.at("/confusion/with_mask/without_mask").intValue()).isOne();
        assertThat(json.at("/three_classes/accuracy").doubleValue()).isEqualTo(22 / 24.0);
        assertThat(json.at("/incorrect_as_without/n").intValue()).isEqualTo(24);
        assertThat(json.at("/broken/count").intValue()).isOne();
        assertThat(json.at("/baselines")).isEmpty();
        assertThat(json.get("reliability")).hasSize(15);
    }

    @Test
    void writesTheFolderThatWasAskedFor() throws IOException {
        Path output = photos.resolveSibling(photos.getFileName() + "-report");
        Terminal terminal = evaluate("--output", output.toString(), "--no-baselines");
        assertThat(terminal.out()).contains("Report: " + output.resolve("report.html"));
        assertThat(output.resolve("report.html")).content().contains("maskwatch evaluate fake.onnx");
        assertThat(output.resolve("mistakes.jpg")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailedOutput() throws IOException {
        Path file = Files.writeString(photos.resolve("report"), "a file is here already");
        Terminal terminal = evaluate("--output", file.toString(), "--no-baselines");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
        assertThat(terminal.err().lines()).hasSize(1);
        // What was measured is not lost.
        assertThat(terminal.out()).contains("95.0 %");
    }

    @Test
    void anUnknownSplitIsWrongUse() {
        Terminal terminal = evaluate("--split", "holdout");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err()).contains("wanted: train, val or test, got 'holdout'");
    }

    @Test
    void aSplitOfAFolderWithoutSplitsIsSaid() {
        Terminal terminal = evaluate("--split", "test");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(terminal.err().lines()).singleElement().asString().contains("wanted: a folder that holds train/");
    }

    @Test
    void noSuchFolderAndAnEmptyOneAreOneLineEach() throws IOException {
        Path missing = photos.resolve("nowhere");
        Path empty = Files.createDirectory(photos.resolve("empty"));
        for (Path folder : Arrays.asList(missing, empty)) {
            Terminal terminal = Terminal.maskwatch("evaluate", "classic", folder.toString());
            assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err().lines()).singleElement().asString().contains(folder.toString(), "with_mask/");
        }
    }

    @Test
    void aWrongModelFileIsSaidWithItsOwnExitCode() throws IOException {
        Path model = Files.writeString(photos.resolve("model.onnx"), "no model at all");
        Terminal terminal = Terminal.maskwatch("evaluate", model.toString(), photos.toString());
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_MODEL.number());
        assertThat(terminal.err().lines()).singleElement().asString().contains("model.onnx");
    }
}
