package io.github.maskwatch.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes and guards act by being open
class DetectorModelTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 6;

    @BeforeAll
    static void load() throws IOException {
        Torch.load();
    }

    private static byte[] file(DetectorNetwork network) {
        return DetectorOnnx.bytes(
                network,
                new ModelOrigin(List.of(MaskState.values()), "test", "hash", 1),
                DetectorSettings.uncalibrated(SIDE));
    }

    private static FloatBuffer pixels() {
        FloatBuffer pixels = ByteBuffer.allocateDirect(PICTURES * 3 * SIDE * SIDE * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(3);
        while (pixels.hasRemaining()) {
            pixels.put(random.nextInt(256));
        }
        return pixels.flip();
    }

    private static float[] answers(DetectorNetwork network, FloatBuffer pixels, boolean training) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            return Tensors.toArray(network.forward(Tensors.over(pixels, PICTURES, network.input()), training));
        }
    }

    private static void takeOver(DetectorNetwork network, DetectorModel model, FloatBuffer pixels) {
        try (PointerScope scope = new PointerScope()) {
            Tensor squares = Tensors.over(pixels, PICTURES, network.input());
            network.takeOver(model.config(), model.convolutions(), squares, 1);
        }
    }

    private static double largestDifference(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    @Test
    void aNetworkGoesOnWhereTheFileLeftOff() throws IOException {
        FloatBuffer pixels = pixels();
        DetectorConfig nano = DetectorConfig.named("nano", SIDE);
        try (DetectorNetwork first = new DetectorNetwork(nano, 1);
                DetectorNetwork second = new DetectorNetwork(nano, 2)) {
            answers(first, pixels, true); // so that its running statistics are something
            takeOver(second, DetectorModel.read(file(first), "it"), pixels);

            assertThat(largestDifference(answers(first, pixels, false), answers(second, pixels, false)))
                    .isLessThan(1e-4);
            // And the batch's own statistics, by which it learns, say the same.
            assertThat(largestDifference(answers(first, pixels, false), answers(second, pixels, true)))
                    .isLessThan(0.05);
        }
    }

    @Test
    void aWiderNetworkBeginsWithNearlyTheSameAnswers() throws IOException {
        FloatBuffer pixels = pixels();
        try (DetectorNetwork nano = new DetectorNetwork(DetectorConfig.named("nano", SIDE), 1);
                DetectorNetwork small = new DetectorNetwork(DetectorConfig.named("small", SIDE), 2)) {
            answers(nano, pixels, true);
            float[] fresh = answers(small, pixels, false);
            takeOver(small, DetectorModel.read(file(nano), "it"), pixels);
            float[] wanted = answers(nano, pixels, false);

            assertThat(largestDifference(wanted, answers(small, pixels, false)))
                    .isLessThan(0.2 * largestDifference(wanted, fresh) + 0.05);
        }
    }

    @Test
    void refusesWhatIsNoDetectorOfOurs() {
        assertThatThrownBy(() -> DetectorModel.read(new byte[] {1, 2, 3}, "x.onnx"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.onnx");
        assertThatThrownBy(() -> DetectorModel.read(new byte[0], "x.onnx"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its format is none");
    }

    @Test
    void refusesOtherSizes() throws IOException {
        byte[] tiny;
        byte[] small;
        try (DetectorNetwork network = new DetectorNetwork(new DetectorConfig(0.25, 0.34, SIDE), 1)) {
            tiny = file(network);
        }
        try (DetectorNetwork network = new DetectorNetwork(DetectorConfig.named("small", SIDE), 1)) {
            small = file(network);
        }
        assertThatThrownBy(() -> DetectorModel.read(tiny, "x.onnx"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nano, small, medium");
        DetectorModel wider = DetectorModel.read(small, "x.onnx");
        try (DetectorNetwork nano = new DetectorNetwork(DetectorConfig.named("nano", SIDE), 1)) {
            assertThatThrownBy(() -> takeOver(nano, wider, pixels())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
