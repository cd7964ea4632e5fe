package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.export.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    private static DrawnPhotos photos;

    @TempDir
    Path folder;

    @BeforeAll
    static void draw() throws IOException {
        photos = DrawnPhotos.create();
    }

    @AfterAll
    static void delete() throws IOException {
        photos.close();
    }

    private List<String> options(String run, String... more) {
        List<String> options = new ArrayList<>(List.of(
                photos.folder().toString(),
                "--output",
                folder.resolve(run).toString(),
                "--size",
                "24",
                "--filters",
                "8,16",
                "--kernels",
                "3",
                "--pools",
                "2",
                "--dense",
                "16",
                "--epochs",
                "6",
                "--batch",
                "16",
                "--learning-rate",
                "0.005",
                "--augment",
                "none",
                "--mirror",
                "--threads",
                "1"));
        options.addAll(List.of(more));
        return options;
    }

    private static Terminal train(List<String> options) {
        List<String> args = new ArrayList<>(options);
        args.add(0, "train");
        return Terminal.maskwatch(args.toArray(String[]::new));
    }

    @Test
    void learnsFromDrawnFacesInSecondsAndLeavesAWholeRun() throws Exception {
        Terminal terminal = train(options("run"));

        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains(
                        "with mask",
                        "MaxPool 2x2",
                        "Dense + softmax",
                        "val_accuracy",
                        "agrees with the trained network");
        Path run = folder.resolve("run");
        assertThat(List.of(
                        "config.json",
                        "split.json",
                        "best.ckpt",
                        "last.ckpt",
                        "metrics.csv",
                        "loss.svg",
                        "model.onnx",
                        "model.md",
                        "report.html"))
                .allSatisfy(name -> assertThat(run.resolve(name)).isNotEmptyFile());
        List<String> metrics = Files.readAllLines(run.resolve("metrics.csv"));
        assertThat(metrics).hasSize(7);
        assertThat(rightOnes(run.resolve("model.onnx"))).isGreaterThan(0.9);

        Terminal again = Terminal.maskwatch("train", "--resume", run.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).isEqualTo(metrics);
    }

    private static double rightOnes(Path model) throws IOException {
        PhotoReader reader = new PhotoReader();
        int right = 0;
        try (OnnxMaskClassifier classifier = OnnxMaskClassifier.open(model)) {
            for (MaskState state : classifier.states()) {
                for (int i = 0; i < 50; i++) {
                    Image photo =
                            reader.read(photos.folder().resolve(state.id()).resolve("drawn_" + i + ".jpg"));
                    right += classifier.classify(List.of(photo)).get(0).state() == state ? 1 : 0;
                }
            }
        }
        return right / 100.0;
    }

    @Test
    void theSameSeedGivesTheSameModelByteForByte() throws Exception {
        assertThat(train(options("one", "--epochs", "1")).exitCode()).isZero();
        assertThat(train(options("two", "--epochs", "1", "--workers", "3")).exitCode())
                .isZero();

        assertThat(Files.readAllBytes(folder.resolve("one/model.onnx")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two/model.onnx")));
    }

    @Test
    void aModelThatAnswersOtherwiseThanTheNetworkIsRefused() {
        ModelFile.Opener liar = file -> new Undecided();
        CommandLine commandLine = new CommandLine(new TrainCommand(liar))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler());

        Terminal terminal =
                Terminal.run(commandLine, options("run", "--epochs", "1").toArray(String[]::new));

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.BAD_MODEL.number());
        assertThat(terminal.err())
                .contains("does not answer as the trained network")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("run/model.onnx")).doesNotExist();
        assertThat(folder.resolve("run").toFile().list()).doesNotContain(".model.onnx.part");
        assertThat(folder.resolve("run/best.ckpt")).exists();
    }

    /** Never knows. */
    private static final class Undecided implements MaskClassifier {
        @Override
        public List<MaskPrediction> classify(List<Image> crops) {
            return crops.stream().map(crop -> new MaskPrediction(0.5, 0.5, 0)).toList();
        }

        @Override
        public List<MaskState> states() {
            return List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
        }

        @Override
        public void close() {}
    }

    @Test
    void resumeTakesNoOptionsThatWouldChangeTheRun() throws Exception {
        assertThat(train(options("run", "--epochs", "1")).exitCode()).isZero();
        String run = folder.resolve("run").toString();

        Terminal changed = Terminal.maskwatch("train", "--resume", run, "--epochs", "9");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(changed.err()).contains("leave --epochs out");

        Terminal nothing = Terminal.maskwatch("train", "--resume", folder.toString());
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(nothing.err()).contains("is no run that could be resumed");

        Path config = folder.resolve("run/config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("\"keep\" : \"best\",", ""));
        Terminal older = Terminal.maskwatch("train", "--resume", run);
        assertThat(older.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(older.err()).contains("there is no \"keep\"", "begun by another version", "--start-from");

        Terminal twice = train(options("run"));
        assertThat(twice.exitCode()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
        assertThat(twice.err()).contains("is not empty", "--resume");
    }

    @Test
    void benchmarkSaysHowFastAndWhereTimeGoes() {
        Terminal terminal = Terminal.maskwatch(
                "benchmark",
                "train",
                photos.folder().toString(),
                "--steps",
                "2",
                "--warm-up-steps",
                "1",
                "--size",
                "24",
                "--filters",
                "4");

        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("images/s", "every photo decoded", "photos kept decoded");
    }
}
