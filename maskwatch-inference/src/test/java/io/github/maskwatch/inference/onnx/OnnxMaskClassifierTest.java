package io.github.maskwatch.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.MaskClassifierContract;
import io.github.maskwatch.inference.Pictures;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.ClassifierDescription.Color;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxMaskClassifierTest {

    private static OnnxMaskClassifier open(TinyModel model) throws IOException {
        return OnnxMaskClassifier.open(model.bytes(), "tiny.onnx", OnnxConfig.DEFAULTS);
    }

    @Nested
    class TwoClassesInColor implements MaskClassifierContract {
        @Override
        public MaskClassifier open() throws IOException {
            return OnnxMaskClassifierTest.open(new TinyModel(3, 2));
        }
    }

    @Nested
    class ThreeClassesInGrey implements MaskClassifierContract {
        @Override
        public MaskClassifier open() throws IOException {
            return OnnxMaskClassifierTest.open(new TinyModel(1, 3));
        }
    }

    @Nested
    class OnTwoThreadsOneByOne implements MaskClassifierContract {
        @Override
        public MaskClassifier open() throws IOException {
            return OnnxMaskClassifier.open(new TinyModel(3, 3).bytes(), "tiny.onnx", new OnnxConfig(2, 1));
        }
    }

    @Test
    void defaults() {
        assertThat(OnnxConfig.DEFAULTS).isEqualTo(new OnnxConfig(1, 8));
        assertThat(OnnxConfig.DEFAULTS.withThreads(2).withBatchSize(32)).isEqualTo(new OnnxConfig(2, 32));
        assertThatThrownBy(() -> OnnxConfig.DEFAULTS.withThreads(0)).hasMessageContaining("1..64, got 0");
        assertThatThrownBy(() -> OnnxConfig.DEFAULTS.withBatchSize(257)).hasMessageContaining("1..256, got 257");
    }

    @Test
    void pixelsReachTheNetworkInTheirPlaces() throws IOException {
        for (int channels : new int[] {1, 3}) {
            for (int classes : new int[] {2, 3}) {
                TinyModel model = new TinyModel(channels, classes);
                List<Image> crops = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    crops.add(Pictures.noise(TinyModel.WIDTH, TinyModel.HEIGHT, i));
                }
                try (OnnxMaskClassifier classifier = open(model)) {
                    List<MaskPrediction> predictions = classifier.classify(crops);
                    for (int i = 0; i < crops.size(); i++) {
                        double[] expected = model.expected(crops.get(i));
                        for (int k = 0; k < classes; k++) {
                            assertThat(predictions
                                            .get(i)
                                            .probability(classifier.states().get(k)))
                                    .isCloseTo(expected[k], within(1e-5));
                        }
                    }
                }
            }
        }
    }

    @Test
    void tellsWhatTheFileSaysAboutItself(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("tiny.onnx"), new TinyModel(1, 2).bytes());
        try (OnnxMaskClassifier classifier = OnnxMaskClassifier.open(file)) {
            assertThat(classifier.description())
                    .isEqualTo(new ClassifierDescription(
                            List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK),
                            Color.GREY,
                            TinyModel.WIDTH,
                            TinyModel.HEIGHT,
                            "0.1.0",
                            "cafe"));
        }
    }

    @Test
    void refusesAMissingFileAndAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> OnnxMaskClassifier.open(folder.resolve("none.onnx")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> OnnxMaskClassifier.open(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void refusesMetadataThatDoNotFit() {
        assertRefused("format", "tracker/1", "format tracker/1, this Maskwatch reads classifier/1");
        assertRefused("format", "classifier/2", "a newer Maskwatch reads it");
        assertRefused("classes", "mask,no_mask", "with_mask,without_mask");
        assertRefused("classes", "without_mask,with_mask", "got without_mask,with_mask");
        assertRefused("color", "bgr", "must be rgb or grey, got bgr");
        assertRefused("width", "wide", "must be 4 to 1024 px, got wide");
        assertRefused("height", "100000", "must be 4 to 1024 px, got 100000");
        assertRefused("width", "100", "of the shape [-1, 3, 5, 100]", "as its metadata say, got [-1, 3, 5, 6]");
        assertRefused("classes", "with_mask,without_mask,mask_worn_incorrectly", "[-1, 3]", "got [-1, 2]");
        assertRefused("color", "grey", "[-1, 1, 5, 6]", "got [-1, 3, 5, 6]");
    }

    private static void assertRefused(String key, String value, String... words) {
        TinyModel model = new TinyModel(3, 2);
        model.metadata.put("maskwatch." + key, value);
        assertRefused(model, words);
    }

    private static void assertRefused(TinyModel model, String... words) {
        assertThatThrownBy(() -> open(model).close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("tiny.onnx")
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesMissingMetadata() {
        for (String key : List.of("classes", "color", "width", "height")) {
            TinyModel model = new TinyModel(3, 2);
            model.metadata.remove("maskwatch." + key);
            assertRefused(model, "does not tell its maskwatch." + key);
        }
        TinyModel foreign = new TinyModel(3, 2);
        foreign.metadata.clear();
        assertRefused(foreign, "is an ONNX model but not a classifier of Maskwatch", "model.onnx of a training run");
    }

    @Test
    void refusesGraphsOfAnotherShape() {
        TinyModel otherInput = new TinyModel(3, 2);
        otherInput.input = "data";
        assertRefused(otherInput, "one input \"image\", got [data]");

        TinyModel otherOutput = new TinyModel(3, 2);
        otherOutput.output = "scores";
        assertRefused(otherOutput, "one output \"probabilities\", got [scores]");

        TinyModel twoOutputs = new TinyModel(3, 2);
        twoOutputs.secondOutput = true;
        assertRefused(twoOutputs, "one output \"probabilities\", got [probabilities, logits]");

        TinyModel fixedBatch = new TinyModel(3, 2);
        fixedBatch.batch = 4;
        assertRefused(fixedBatch, "[-1, 3, 5, 6]", "got [4, 3, 5, 6]");

        TinyModel doubles = new TinyModel(3, 2);
        doubles.elementType = 11;
        assertRefused(doubles, "tiny.onnx is refused by ONNX Runtime");

        TinyModel unknownOperator = new TinyModel(3, 2);
        unknownOperator.lastOperator = "Hardmask";
        assertRefused(unknownOperator, "tiny.onnx is refused by ONNX Runtime", "Hardmask");
    }

    @Test
    void refusesANetworkWhoseAnswersAreNoProbabilities() {
        TinyModel notANumber = new TinyModel(3, 2);
        notANumber.weights[3] = Float.NaN;
        assertRefused(notANumber, "must give probabilities, got NaN, NaN");

        TinyModel noSoftmax = new TinyModel(3, 2);
        noSoftmax.lastOperator = "Identity";
        assertRefused(noSoftmax, "must give probabilities");
    }

    @Test
    void tellsTextFromTruncatedFromDamaged() {
        byte[] sound = new TinyModel(3, 2).bytes();
        assertBytesRefused(new byte[0], "is not an ONNX model");
        assertBytesRefused("# a readme\nnot a model\n".getBytes(StandardCharsets.UTF_8), "is not an ONNX");
        assertBytesRefused(new byte[1000], "is not an ONNX model");
        assertBytesRefused(Arrays.copyOf(sound, sound.length / 2), "ends in the middle of the model");
        assertBytesRefused(Arrays.copyOf(sound, sound.length - 3), "ends in the middle of the model");
    }

    /** A length near 2^63 would lead back to where it stands. */
    @Test
    void aLengthThatOverflowsEndsTheReading() {
        byte[] file = new byte[64];
        byte[] head = {8, 7, 0x3a, -10, -1, -1, -1, -1, -1, -1, -1, 0x7f};
        System.arraycopy(head, 0, file, 0, head.length);
        assertBytesRefused(file, "ends in the middle of the model");
    }

    private static void assertBytesRefused(byte[] bytes, String words) {
        assertThatThrownBy(() -> OnnxMaskClassifier.open(bytes, "tiny.onnx", OnnxConfig.DEFAULTS)
                        .close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(words);
    }

    /** Whatever is broken, it ends in this exception or in a working model, never in a crash of the JVM. */
    @Test
    void survivesDamageAnywhere() {
        byte[] sound = new TinyModel(3, 2).bytes();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] broken = sound.clone();
            for (int k = 0; k < 1 + i % 4; k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try (OnnxMaskClassifier classifier = OnnxMaskClassifier.open(broken, "broken", OnnxConfig.DEFAULTS)) {
                classifier.classify(List.of(Pictures.noise(9, 9, i)));
            } catch (UncheckedIOException | IOException e) {
                assertThat(e).isInstanceOfAny(ModelFormatException.class, UncheckedIOException.class);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesModelsOfOthers() throws IOException {
        Path peers = Path.of(System.getProperty("maskwatch.root")).resolve("../shared/peers");
        Assumptions.assumeTrue(Files.isDirectory(peers), "no ../shared/peers: skipped");
        try (var files = Files.newDirectoryStream(peers, "*.onnx")) {
            for (Path file : files) {
                assertThatThrownBy(() -> OnnxMaskClassifier.open(file).close())
                        .isInstanceOf(ModelFormatException.class)
                        .hasMessageContaining("not a classifier of Maskwatch");
            }
        }
    }
}
