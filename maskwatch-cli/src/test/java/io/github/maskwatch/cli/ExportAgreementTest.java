package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.export.ModelOrigin;
import io.github.maskwatch.training.export.OnnxExport;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Initialization;
import io.github.maskwatch.training.network.Padding;
import io.github.maskwatch.training.network.Scaling;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What libtorch trained and what ONNX Runtime answers from the file: the same, whatever the network looks like. */
class ExportAgreementTest {
    private static final int PICTURES = 9;

    private static ClassicNetworkConfig config(
            int width, int height, ColorMode color, Scaling scaling, Padding padding, int pool, int classes) {
        return new ClassicNetworkConfig(
                new InputFormat(width, height, color),
                scaling,
                6,
                3,
                pool,
                7,
                5,
                2,
                padding,
                0.5,
                10,
                classes,
                Initialization.HE);
    }

    private static ModelOrigin origin(int classes) {
        return new ModelOrigin(List.of(MaskState.values()).subList(0, classes), "0.0.0", "abc", 5);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 24, RGB, ZERO_TO_ONE, VALID, 2, 2",
        "24, 20, RGB, MINUS_ONE_TO_ONE, SAME, 3, 3",
        "17, 31, GREY, ZERO_TO_ONE, SAME, 2, 2",
        "24, 24, RGB, STANDARDIZED, VALID, 1, 3",
        "24, 24, GREY, STANDARDIZED, SAME, 2, 2",
    })
    @SuppressWarnings("try")
    void theFileAnswersAsTheNetwork(
            int width, int height, ColorMode color, Scaling scaling, Padding padding, int pool, int classes)
            throws Exception {
        Torch.load();
        ClassicNetworkConfig config = config(width, height, color, scaling, padding, pool, classes);
        List<Image> images = images(width, height);
        try (PointerScope scope = new PointerScope();
                ClassicNetwork network = new ClassicNetwork(config, 3);
                OnnxMaskClassifier written = OnnxMaskClassifier.open(
                        OnnxExport.bytes(network, origin(classes)), "test", OnnxConfig.DEFAULTS)) {
            float[] expected = Tensors.toArray(
                    network.probabilities(Tensors.over(pixels(images, color), PICTURES, config.input())));
            List<MaskPrediction> answers = written.classify(images);
            assertThat(written.states()).isEqualTo(origin(classes).states());
            for (int i = 0; i < expected.length; i++) {
                assertThat(answers.get(i / classes)
                                .probability(origin(classes).states().get(i % classes)))
                        .isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    private static List<Image> images(int width, int height) {
        SplittableRandom random = new SplittableRandom(4);
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            byte[] rgb = new byte[width * height * 3];
            random.nextBytes(rgb);
            images.add(Image.wrap(width, height, rgb));
        }
        return images;
    }

    /** NCHW, 0-255, as the contract of the file says. */
    private static FloatBuffer pixels(List<Image> images, ColorMode color) {
        int plane = images.get(0).width() * images.get(0).height();
        FloatBuffer pixels = ByteBuffer.allocateDirect(images.size() * color.channels() * plane * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (Image image : images) {
            for (int channel = 0; channel < color.channels(); channel++) {
                for (int p = 0; p < plane; p++) {
                    pixels.put(color == ColorMode.RGB ? image.rgb()[3 * p + channel] & 0xff : luma(image.rgb(), 3 * p));
                }
            }
        }
        return pixels.flip();
    }

    private static float luma(byte[] rgb, int at) {
        return 0.299f * (rgb[at] & 0xff) + 0.587f * (rgb[at + 1] & 0xff) + 0.114f * (rgb[at + 2] & 0xff);
    }

    @Test
    void theSameWeightsGiveTheSameBytes() throws Exception {
        Torch.load();
        ClassicNetworkConfig config = ClassicNetworkConfig.defaults(2);
        try (ClassicNetwork one = new ClassicNetwork(config, 3);
                ClassicNetwork same = new ClassicNetwork(config, 3)) {
            assertThat(OnnxExport.bytes(one, origin(2))).isEqualTo(OnnxExport.bytes(same, origin(2)));
        }
    }
}
