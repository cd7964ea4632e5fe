package io.github.maskwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try")
class ClassicNetworkTest {

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    private static ClassicNetworkConfig config(Scaling scaling, Padding padding) {
        return new ClassicNetworkConfig(
                new InputFormat(20, 16, ColorMode.RGB),
                scaling,
                5,
                3,
                2,
                7,
                3,
                2,
                padding,
                0.5,
                11,
                3,
                Initialization.GLOROT);
    }

    private static Tensor pixels(int count) {
        return torch.rand(count, 3, 16, 20).mul_(new Scalar(255));
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void answersAsTheNetworkInItsDescribedOrder(Padding padding) {
        try (PointerScope scope = new PointerScope();
                ClassicNetwork network = new ClassicNetwork(config(Scaling.MINUS_ONE_TO_ONE, padding), 1)) {
            Tensor pixels = pixels(4);
            Tensor x = pixels.div(new Scalar(127.5)).sub(new Scalar(1));
            x = convolve(network, "conv1", x, padding);
            x = convolve(network, "conv2", x, padding);
            x = torch.relu(torch.linear(x.flatten(1, -1), of(network, "dense1.weight"), bias(network, "dense1")));
            x = torch.softmax(torch.linear(x, of(network, "dense2.weight"), bias(network, "dense2")), 1);

            float[] expected = Tensors.toArray(x);
            float[] actual = Tensors.toArray(network.probabilities(pixels));
            assertThat(actual).hasSize(12);
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-6f));
            }
            assertThat(actual[0] + actual[1] + actual[2]).isCloseTo(1, within(1e-6f));
        }
    }

    private static Tensor convolve(ClassicNetwork network, String name, Tensor x, Padding padding) {
        long side = padding.pixels(3);
        long[] one = {1, 1};
        Tensor y = torch.conv2d(
                x, of(network, name + ".weight"), bias(network, name), one, new long[] {side, side}, one, 1);
        return torch.max_pool2d(torch.relu(y), 2, 2);
    }

    private static Tensor of(ClassicNetwork network, String name) {
        return Tensors.copyOf(network.values(name), network.shape(name));
    }

    private static TensorOptional bias(ClassicNetwork network, String layer) {
        return new TensorOptional(of(network, layer + ".bias"));
    }

    @Test
    void standardizationTakesLightAndContrastAway() {
        try (PointerScope scope = new PointerScope();
                ClassicNetwork network = new ClassicNetwork(config(Scaling.STANDARDIZED, Padding.VALID), 1)) {
            // The small number under the deviation leaves a little of the contrast.
            Tensor pixels = pixels(1);
            Tensor dimmed = pixels.mul(new Scalar(0.9)).add(new Scalar(20));
            float[] bright = Tensors.toArray(network.probabilities(pixels));
            float[] dim = Tensors.toArray(network.probabilities(dimmed));
            float[] flat = Tensors.toArray(network.probabilities(torch.ones(1, 3, 16, 20)));
            for (int i = 0; i < 3; i++) {
                assertThat(dim[i]).isCloseTo(bright[i], within(5e-3f));
                assertThat(flat[i]).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void freshWeightsAreGlorotsAndTheSeedsAlone() {
        ClassicNetworkConfig config = ClassicNetworkConfig.described(2);
        try (ClassicNetwork one = new ClassicNetwork(config, 5);
                ClassicNetwork same = new ClassicNetwork(config, 5);
                ClassicNetwork other = new ClassicNetwork(config, 6)) {
            float[] weights = one.values("conv2.weight");
            double limit = Math.sqrt(6.0 / (100 * 9 + 100 * 9));
            float largest = 0;
            for (float weight : weights) {
                largest = Math.max(largest, Math.abs(weight));
            }
            assertThat((double) largest).isBetween(0.99 * limit, limit);
            assertThat(one.values("dense1.bias")).containsOnly(0);
            assertThat(same.values("dense1.weight")).isEqualTo(one.values("dense1.weight"));
            assertThat(other.values("conv1.weight")).isNotEqualTo(one.values("conv1.weight"));
            long count =
                    one.parameters().stream().mapToLong(p -> p.tensor().numel()).sum();
            assertThat(count).isEqualTo(config.parameterCount());
        }
    }

    @Test
    void dropoutIsOnInTrainingAlone() {
        try (PointerScope scope = new PointerScope();
                ClassicNetwork network = new ClassicNetwork(config(Scaling.ZERO_TO_ONE, Padding.VALID), 1)) {
            Tensor pixels = pixels(2);
            assertThat(Tensors.toArray(network.forward(pixels, true)))
                    .isNotEqualTo(Tensors.toArray(network.forward(pixels, true)));
            assertThat(Tensors.toArray(network.forward(pixels, false)))
                    .isEqualTo(Tensors.toArray(network.forward(pixels, false)));
        }
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void trainsInBfloat16TowardsTheSameWeights(Padding padding) {
        ClassicNetworkConfig config = config(Scaling.ZERO_TO_ONE, padding);
        try (PointerScope scope = new PointerScope();
                ClassicNetwork exact = new ClassicNetwork(config, Precision.FLOAT32, 1);
                ClassicNetwork coarse = new ClassicNetwork(config, Precision.BFLOAT16, 1)) {
            Tensor pixels = pixels(8);
            backward(exact, pixels);
            backward(coarse, pixels);
            for (int i = 0; i < exact.parameters().size(); i++) {
                Tensor expected = exact.parameters().get(i).tensor().grad();
                Tensor actual = coarse.parameters().get(i).tensor().grad();
                assertThat(actual.scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
                // Eight bits of precision, and some thousand products in a sum: not the same numbers, but the same
                // direction.
                double cosine = torch.cosine_similarity(expected.flatten(), actual.flatten(), 0, 1e-12)
                        .item_double();
                assertThat(cosine).as(exact.parameters().get(i).name()).isGreaterThan(0.999);
            }
        }
    }

    private static void backward(ClassicNetwork network, Tensor pixels) {
        Torch.seed(7); // the same numbers are left out
        network.forward(pixels, true).square().mean().backward();
    }

    @Test
    void answersInFloat32WhateverItTrainsIn() {
        ClassicNetworkConfig config = config(Scaling.ZERO_TO_ONE, Padding.VALID);
        try (PointerScope scope = new PointerScope();
                ClassicNetwork exact = new ClassicNetwork(config, Precision.FLOAT32, 1);
                ClassicNetwork coarse = new ClassicNetwork(config, Precision.BFLOAT16, 1)) {
            Tensor pixels = pixels(2);
            assertThat(Tensors.toArray(coarse.probabilities(pixels)))
                    .isEqualTo(Tensors.toArray(exact.probabilities(pixels)));
        }
    }

    @Test
    void closesTwice() {
        ClassicNetwork network = new ClassicNetwork(config(Scaling.ZERO_TO_ONE, Padding.VALID), 1);
        network.close();
        network.close();
        assertThat(network.parameters().get(0).tensor().isNull()).isTrue();
    }
}
