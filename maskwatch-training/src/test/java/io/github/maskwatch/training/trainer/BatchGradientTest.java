package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.CrossEntropy;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Parameter;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class BatchGradientTest {
    private static final DetectorConfig DETECTOR = new DetectorConfig(0.25, 0.34, 64);

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    /** Of pictures of noise, each of which is known by its place. */
    private static Batch<Integer> batch(int size) {
        SplittableRandom random = new SplittableRandom(size);
        FloatBuffer pixels = ByteBuffer.allocateDirect(size * 3 * 64 * 64 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        while (pixels.hasRemaining()) {
            pixels.put(random.nextInt(256));
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(i);
        }
        return new Batch<>(0, 0, places, pixels.flip());
    }

    /** Mean square of all that it answers. */
    private static final Loss<Integer> SQUARE =
            (output, batch) -> new Loss.BatchLoss(output.mul(output).mean(), batch.size() - 1, batch.size());

    private static float[] gradients(DetectorNetwork network) {
        try (PointerScope scope = new PointerScope()) {
            List<float[]> all = network.parameters().stream()
                    .map(Parameter::tensor)
                    .map(Tensor::grad)
                    .map(Tensors::toArray)
                    .toList();
            float[] joined = new float[all.stream().mapToInt(a -> a.length).sum()];
            int at = 0;
            for (float[] values : all) {
                System.arraycopy(values, 0, joined, at, values.length);
                at += values.length;
            }
            return joined;
        }
    }

    private static float[] gradients(Batch<Integer> batch, int threads) {
        try (DetectorNetwork network = new DetectorNetwork(DETECTOR, 3);
                BatchGradient<Integer> gradient = new BatchGradient<>(network, SQUARE, batch.size(), threads)) {
            gradient.of(batch);
            return gradients(network);
        }
    }

    @Test
    void partsAddUpToTheBatch() {
        Batch<Integer> batch = batch(17);

        float[] parallel = gradients(batch, 2);

        float[] first = gradients(batch.part(0, 8), 1);
        float[] second = gradients(batch.part(8, 17), 1);
        for (int i = 0; i < parallel.length; i++) {
            assertThat(parallel[i]).isCloseTo(8 / 17f * first[i] + 9 / 17f * second[i], within(1e-5f));
        }
    }

    @Test
    void everyRunOfItIsTheSame() {
        Batch<Integer> batch = batch(24);

        float[] first = gradients(batch, 3);
        for (int i = 0; i < 5; i++) {
            assertThat(gradients(batch, 3)).isEqualTo(first);
        }
    }

    @Test
    void moreThreadsThanEightPicturesEachDoNotDivideFurther() {
        Batch<Integer> batch = batch(16);

        float[] two = gradients(batch, 2);

        assertThat(gradients(batch, 7)).isEqualTo(two);
    }

    @Test
    void aPartThatFailsIsWaitedForAndTold() {
        Loss<Integer> failing = (output, batch) -> {
            if (batch.examples().contains(0)) {
                throw new OutOfMemoryError("of a part");
            }
            return SQUARE.of(output, batch);
        };
        try (DetectorNetwork network = new DetectorNetwork(DETECTOR, 3);
                BatchGradient<Integer> gradient = new BatchGradient<>(network, failing, 16, 2)) {
            assertThatThrownBy(() -> gradient.of(batch(16)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void countsAllPartsAndTheBatchesMean() {
        try (DetectorNetwork network = new DetectorNetwork(DETECTOR, 3);
                BatchGradient<Integer> gradient = new BatchGradient<>(network, SQUARE, 17, 2)) {
            TrainingStep.Outcome outcome = gradient.of(batch(17));

            assertThat(outcome.judged()).isEqualTo(17);
            assertThat(outcome.correct()).isEqualTo(15);
            assertThat(outcome.loss()).isPositive();
            // A small last batch is not divided.
            assertThat(gradient.of(batch(3)).judged()).isEqualTo(3);
        }
    }

    @Test
    void aTwinHasTheWeightsAndLeavesTheStatisticsAlone() {
        try (DetectorNetwork network = new DetectorNetwork(DETECTOR, 3);
                DetectorNetwork twin = (DetectorNetwork) network.twin().orElseThrow();
                PointerScope scope = new PointerScope()) {
            Batch<Integer> batch = batch(4);
            Tensor pixels = Tensors.over(batch.pixels(), 4, network.input());
            float[] before = Tensors.toArray(network.forward(pixels, false));

            float[] trained = Tensors.toArray(twin.forward(pixels, true));
            assertThat(Tensors.toArray(network.forward(pixels, false))).isEqualTo(before);
            assertThat(Tensors.toArray(network.forward(pixels, true))).isEqualTo(trained);

            for (Parameter parameter : network.parameters()) {
                parameter.tensor().detach().add_(new org.bytedeco.pytorch.Scalar(0.01));
            }
            assertThat(Tensors.toArray(twin.forward(pixels, false)))
                    .isEqualTo(Tensors.toArray(network.forward(pixels, false)))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void aNetworkWithDropoutIsNotDivided() {
        try (ClassicNetwork network = new ClassicNetwork(Generated.network(), 1);
                BatchGradient<?> gradient = new BatchGradient<>(network, CrossEntropy.plain(), 32, 2)) {
            assertThat(network.twin()).isEmpty();
            assertThat(gradient).isNotNull();
        }
    }
}
