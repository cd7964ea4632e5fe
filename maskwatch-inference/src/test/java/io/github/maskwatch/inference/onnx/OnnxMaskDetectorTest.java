package io.github.maskwatch.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.MaskDetectorContract;
import io.github.maskwatch.inference.Pictures;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.mask.Temperatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxMaskDetectorTest {

    private static OnnxMaskDetector open(TinyDetector model) throws IOException {
        return open(model, DetectorConfig.DEFAULTS);
    }

    private static OnnxMaskDetector open(TinyDetector model, DetectorConfig config) throws IOException {
        return OnnxMaskDetector.open(model.bytes(), "tiny.onnx", config);
    }

    @Nested
    class AsTheModelSays implements MaskDetectorContract {
        @Override
        public MaskDetector open() throws IOException {
            return OnnxMaskDetectorTest.open(new TinyDetector(4));
        }
    }

    @Nested
    class OnTwoThreadsUnreduced implements MaskDetectorContract {
        @Override
        public MaskDetector open() throws IOException {
            return OnnxMaskDetectorTest.open(new TinyDetector(4), new DetectorConfig(2, 1024, 0.05));
        }
    }

    @Test
    void defaults() {
        assertThat(DetectorConfig.DEFAULTS).isEqualTo(new DetectorConfig(1, null, null));
        assertThat(DetectorConfig.DEFAULTS.withThreads(2).withSide(320).withScoreFloor(0.05))
                .isEqualTo(new DetectorConfig(2, 320, 0.05));
        assertThatThrownBy(() -> DetectorConfig.DEFAULTS.withThreads(0)).hasMessageContaining("1..64, got 0");
        assertThatThrownBy(() -> DetectorConfig.DEFAULTS.withSide(31)).hasMessageContaining("32..4096 px, got 31");
        assertThatThrownBy(() -> DetectorConfig.DEFAULTS.withScoreFloor(1.5)).hasMessageContaining("0..1, got 1.5");
    }

    /** From the pixels to the faces, against the convolution, the decoding and the suppression written down. */
    @Test
    void findsWhatTheTwinsFind() throws IOException {
        for (long seed = 0; seed < 8; seed++) {
            TinyDetector model = new TinyDetector(seed);
            Image frame = Pictures.noise(150 + (int) seed, 90, seed);
            int side = seed % 2 == 0 ? 100 : 200;
            int width = side;
            int height = (int) Math.round(90.0 * side / frame.width());
            Candidates.Space space =
                    new Candidates.Space(frame.width(), 90, (double) frame.width() / width, 90.0 / height);
            List<SlowDetection.Level> levels = levels(model, frame.resize(width, height));
            List<SlowDetection.Cell> expected =
                    SlowDetection.suppress(SlowDetection.decode(levels, Math.log(0.3 / 0.7), space), 0.5);
            try (OnnxMaskDetector detector = open(model, new DetectorConfig(1, side, 0.3))) {
                List<MaskedFace> faces = detector.detect(frame);
                assertThat(faces).hasSameSizeAs(expected);
                for (SlowDetection.Cell cell : expected) {
                    assertSame(nearest(faces, cell.box()), cell);
                }
            }
        }
    }

    /** Scores that differ by less than floats can tell may change places. */
    private static MaskedFace nearest(List<MaskedFace> faces, Box box) {
        return faces.stream()
                .max(Comparator.comparingDouble(face -> face.face().box().iou(box)))
                .orElseThrow();
    }

    private static List<SlowDetection.Level> levels(TinyDetector model, Image reduced) {
        int columns = (reduced.width() + 31) / 32;
        int rows = (reduced.height() + 31) / 32;
        List<SlowDetection.Level> levels = new ArrayList<>();
        for (int stride : new int[] {8, 16, 32}) {
            float[][][] values = new float[8][rows * 32 / stride][columns * 32 / stride];
            for (int channel = 0; channel < 8; channel++) {
                for (int row = 0; row < values[0].length; row++) {
                    for (int column = 0; column < values[0][0].length; column++) {
                        values[channel][row][column] = (float) convolved(model, reduced, channel, stride, row, column);
                    }
                }
            }
            levels.add(new SlowDetection.Level(stride, values));
        }
        return levels;
    }

    private static double convolved(TinyDetector model, Image image, int channel, int stride, int row, int column) {
        double sum = model.biases[channel];
        int scale = stride / 8;
        for (int i = 0; i < stride * stride; i++) {
            int x = i % stride;
            int y = i / stride;
            boolean outside = column * stride + x >= image.width() || row * stride + y >= image.height();
            int rgb = outside ? 0x727272 : image.at(column * stride + x, row * stride + y);
            for (int c = 0; c < 3; c++) {
                double weight = model.weights[((channel * 3 + c) * 8 + y / scale) * 8 + x / scale];
                sum += (rgb >> (16 - 8 * c) & 0xff) * weight / (scale * scale);
            }
        }
        return sum;
    }

    private static void assertSame(MaskedFace face, SlowDetection.Cell cell) {
        assertThat((double) face.face().score()).isCloseTo(cell.score(), within(1e-4));
        Box box = face.face().box();
        assertThat(box.iou(cell.box())).isGreaterThan(0.999);
        double[] temperatures = {1, 2, 0.5};
        double[] thresholds = {0, 0.6, 0.9};
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = Math.exp(cell.logits().get(k));
        }
        double sum = p[0] + p[1] + p[2];
        for (int k = 0; k < 3; k++) {
            p[k] = Math.pow(p[k] / sum, 1 / temperatures[k]);
        }
        sum = p[0] + p[1] + p[2];
        int best = p[0] >= p[1] && p[0] >= p[2] ? 0 : p[1] >= p[2] ? 1 : 2;
        for (int k = 0; k < 3; k++) {
            assertThat(face.prediction().probability(List.of(MaskState.values()).get(k)))
                    .isCloseTo(p[k] / sum, within(1e-3));
        }
        assertThat(face.called()).isEqualTo(cell.score() * p[best] / sum >= thresholds[best]);
    }

    @Test
    void aStateThatIsNotSureEnoughIsNotCalled() throws IOException {
        for (double threshold : new double[] {0.5, 0.7}) {
            // Probabilities .2, .6, .2.
            TinyDetector model = TinyDetector.constant(3, 0, (float) Math.log(3), 0, 0, 0, 3, 3);
            model.metadata.put("maskwatch.temperatures", "1,1,1");
            model.metadata.put("maskwatch.call_thresholds", "0.9," + threshold + ",0.9");
            try (OnnxMaskDetector detector = open(model)) {
                List<MaskedFace> faces = detector.detect(Image.filled(64, 64, 0));
                assertThat(faces).isNotEmpty().allSatisfy(face -> {
                    assertThat(face.prediction().withoutMask()).isCloseTo(0.6, within(1e-6));
                    assertThat(face.called()).isEqualTo(threshold == 0.5);
                });
            }
        }
    }

    @Test
    void theScoreFloorDecidesWhatIsFound() throws IOException {
        TinyDetector model = TinyDetector.constant((float) Math.log(0.3 / 0.7), 0, 0, 0, 0, 0, 1, 1);
        for (double floor : new double[] {0.05, 0.29, 0.31, 1}) {
            try (OnnxMaskDetector detector = open(model, DetectorConfig.DEFAULTS.withScoreFloor(floor))) {
                assertThat(detector.detect(Image.filled(64, 64, 0)).isEmpty()).isEqualTo(floor > 0.3);
            }
        }
        try (OnnxMaskDetector detector = open(model)) {
            assertThat(detector.detect(Image.filled(64, 64, 0)))
                    .as("the model's own threshold is .4")
                    .isEmpty();
        }
    }

    @Test
    void theFilesCurveTellsHowProbableAFaceIs() throws IOException {
        TinyDetector model = TinyDetector.constant((float) Math.log(0.3 / 0.7), 0, 0, 0, 0, 0, 1, 1);
        model.metadata.put("maskwatch.score_curve", "3.0,2.0");
        double probability = new ScoreCurve(3, 2).of(0.3);
        assertThat(probability).isBetween(0.3, 0.4);
        for (double floor : new double[] {0.01, probability - 0.01, probability + 0.01}) {
            try (OnnxMaskDetector detector = open(model, DetectorConfig.DEFAULTS.withScoreFloor(floor))) {
                List<MaskedFace> faces = detector.detect(Image.filled(64, 64, 0));
                assertThat(faces.isEmpty()).isEqualTo(floor > probability);
                assertThat(faces)
                        .allSatisfy(
                                face -> assertThat((double) face.face().score()).isCloseTo(probability, within(1e-6)));
            }
        }
        model.metadata.put("maskwatch.score_curve", "-1,2");
        assertThatThrownBy(() -> open(model)).hasMessageContaining("a slope above 0 and a shift, got -1,2");
    }

    /** A cell that the network itself thinks nothing of is not offered by a low floor, only by none. */
    @Test
    void onlyWithoutAFloorEveryCellIsOffered() throws IOException {
        TinyDetector model = TinyDetector.constant((float) Math.log(0.02 / 0.98), 0, 0, 0, 0, 0, 1, 1);
        for (double floor : new double[] {0, 0.0001}) {
            try (OnnxMaskDetector detector = open(model, DetectorConfig.DEFAULTS.withScoreFloor(floor))) {
                assertThat(detector.detect(Image.filled(64, 64, 0)).isEmpty()).isEqualTo(floor > 0);
            }
        }
    }

    @Test
    void aSmallFrameIsDoubledAtTheMost() throws IOException {
        // One box for each cell of stride 32, of half its side, that overlaps with nothing.
        TinyDetector model = TinyDetector.constant(3, 0, 0, 0, 0, 0, (float) -Math.log(2), (float) -Math.log(2));
        try (OnnxMaskDetector detector = open(model, DetectorConfig.DEFAULTS.withSide(4096))) {
            assertThat(detector.detect(Image.filled(32, 32, 0)))
                    .extracting(face -> face.face().box().width())
                    .contains(2.0, 4.0, 8.0)
                    .hasSize(64 + 16 + 4);
        }
    }

    @Test
    void tellsWhatTheFileSaysAboutItself(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("tiny.onnx"), new TinyDetector(1).bytes());
        try (OnnxMaskDetector detector = OnnxMaskDetector.open(file)) {
            assertThat(detector.description())
                    .isEqualTo(new DetectorDescription(
                            128,
                            ScoreCurve.NONE,
                            0.4,
                            0.5,
                            new Temperatures(1, 2, 0.5),
                            new CallThresholds(0, 0.6, 0.9),
                            "0.2.0",
                            "beef"));
            assertThat(detector.side()).isEqualTo(128);
        }
    }

    @Test
    void weightsStoredAsHalfFloatsAreAsGood() throws IOException {
        TinyDetector model = new TinyDetector(4);
        for (int i = 0; i < model.weights.length; i++) {
            model.weights[i] = Math.round(model.weights[i] * 4096) / 4096f; // both store these exactly
        }
        for (int i = 0; i < model.biases.length; i++) {
            model.biases[i] = Math.round(model.biases[i] * 128) / 128f;
        }
        Image frame = Pictures.noise(128, 96, 5);
        try (OnnxMaskDetector full = open(model)) {
            model.half = true;
            try (OnnxMaskDetector half = open(model)) {
                assertThat(half.detect(frame)).isNotEmpty().isEqualTo(full.detect(frame));
            }
        }
    }

    @Test
    void refusesAMissingFileAndAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> OnnxMaskDetector.open(folder.resolve("none.onnx")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> OnnxMaskDetector.open(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aClassifierIsNoDetectorAndTheOtherWayRound() {
        assertThatThrownBy(
                        () -> OnnxMaskDetector.open(new TinyModel(3, 3).bytes(), "face.onnx", DetectorConfig.DEFAULTS)
                                .close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("face.onnx is a classifier of single faces, wanted a detector of whole scenes; give the"
                        + " model.onnx of `maskwatch train --task detect`");
        assertThatThrownBy(() -> OnnxMaskClassifier.open(new TinyDetector(1).bytes(), "scene.onnx", OnnxConfig.DEFAULTS)
                        .close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("scene.onnx is a detector of whole scenes, wanted a classifier of single faces; give the"
                        + " model.onnx of `maskwatch train`");
    }

    @Test
    void refusesMetadataThatDoNotFit() {
        assertRefused("format", "detector/3", "this Maskwatch reads detector/2; a newer Maskwatch reads it");
        assertRefused("format", "tracker/1", "has the format tracker/1, this Maskwatch reads detector/2 here");
        assertRefused("classes", "with_mask,without_mask", "must be with_mask,without_mask,mask_worn_incorrectly, got");
        assertRefused("color", "bgr", "must be rgb, got bgr");
        assertRefused("strides", "4,8,16", "must be 8,16,32, got 4,8,16");
        assertRefused("side", "wide", "must be 32 to 4096 px, got wide");
        assertRefused("side", "320.5", "must be 32 to 4096 px, got 320.5");
        assertRefused("face_threshold", "40", "must be a number from 0.0 to 1.0, got 40");
        assertRefused("suppression_iou", "NaN", "must be a number from 0.0 to 1.0, got NaN");
        assertRefused("temperatures", "1,1", "must be 3 numbers from 0.001 to 1000.0, got 1,1");
        assertRefused("temperatures", "1,0,1", "must be 3 numbers");
        assertRefused("call_thresholds", "0,0,0,0", "must be 3 numbers from 0.0 to 1.0, got 0,0,0,0");
    }

    private static void assertRefused(String key, String value, String words) {
        TinyDetector model = new TinyDetector(1);
        model.metadata.put("maskwatch." + key, value);
        assertRefused(model, words);
    }

    private static void assertRefused(TinyDetector model, String... words) {
        assertThatThrownBy(() -> open(model).close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("tiny.onnx")
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesMissingMetadata() {
        for (String key : List.of("classes", "color", "strides", "side", "face_threshold", "temperatures")) {
            TinyDetector model = new TinyDetector(1);
            model.metadata.remove("maskwatch." + key);
            assertRefused(model, "does not tell its maskwatch." + key + "; export it again");
        }
        TinyDetector foreign = new TinyDetector(1);
        foreign.metadata.clear();
        assertRefused(foreign, "is an ONNX model but not a detector of Maskwatch");
    }

    @Test
    void refusesGraphsOfAnotherShape() {
        TinyDetector otherInput = new TinyDetector(1);
        otherInput.input = "data";
        assertRefused(otherInput, "one input \"image\", got [data]");

        TinyDetector fixedSize = new TinyDetector(1);
        fixedSize.inputWidth = 320;
        assertRefused(fixedSize, "of the shape [-1, 3, -1, -1]", "got [-1, 3, -1, 320]");

        TinyDetector otherOutput = new TinyDetector(1);
        otherOutput.lastOutput = "level64";
        assertRefused(otherOutput, "must give level8, level16 and level32, got [level8, level16, level64]");

        TinyDetector twoClasses = new TinyDetector(1);
        twoClasses.channels = 7;
        assertRefused(twoClasses, "must give level8 of the shape [-1, 8, -1, -1]");

        TinyDetector otherStride = new TinyDetector(1);
        otherStride.lastStride = 64;
        otherStride.lastOutput = "level32";
        assertRefused(otherStride, "tiny.onnx");
    }

    @Test
    void moreOutputsThanNeededDoNotHurt() throws IOException {
        TinyDetector model = new TinyDetector(4);
        List<MaskedFace> plain;
        try (OnnxMaskDetector detector = open(model)) {
            plain = detector.detect(Pictures.face());
        }
        model.extraOutput = true;
        try (OnnxMaskDetector detector = open(model)) {
            assertThat(detector.detect(Pictures.face())).isEqualTo(plain);
        }
    }

    @Test
    void refusesANetworkWhoseAnswersAreNoNumbers() {
        assertRefused(TinyDetector.constant(0, 0, Float.NaN), "must give numbers, got NaN in level8");
    }

    @Test
    void tellsTextFromTruncated() {
        byte[] sound = new TinyDetector(1).bytes();
        assertBytesRefused("# a readme\n".getBytes(StandardCharsets.UTF_8), "is not an ONNX model");
        assertBytesRefused(Arrays.copyOf(sound, sound.length / 2), "ends in the middle of the model");
    }

    private static void assertBytesRefused(byte[] bytes, String words) {
        assertThatThrownBy(() -> OnnxMaskDetector.open(bytes, "tiny.onnx", DetectorConfig.DEFAULTS)
                        .close())
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(words);
    }

    /** Whatever is broken, it ends in this exception or in a working model, never in a crash of the JVM. */
    @Test
    void survivesDamageAnywhere() {
        TinyDetector model = new TinyDetector(1);
        model.half = true; // smaller, so that more damage hits what matters
        byte[] sound = model.bytes();
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] broken = sound.clone();
            for (int k = 0; k < 1 + i % 4; k++) {
                int where = i % 2 == 0 ? random.nextInt(broken.length) : broken.length - 1 - random.nextInt(700);
                broken[where] = (byte) random.nextInt();
            }
            try (OnnxMaskDetector detector = OnnxMaskDetector.open(broken, "broken", DetectorConfig.DEFAULTS)) {
                detector.detect(Pictures.noise(70, 50, i));
            } catch (UncheckedIOException | IOException e) {
                assertThat(e).isInstanceOfAny(ModelFormatException.class, UncheckedIOException.class);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
