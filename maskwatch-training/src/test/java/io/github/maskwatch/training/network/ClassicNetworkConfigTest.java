package io.github.maskwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import org.junit.jupiter.api.Test;

class ClassicNetworkConfigTest {

    static ClassicNetworkConfig config(int side, ColorMode color, int kernel, int pool, Padding padding) {
        return new ClassicNetworkConfig(
                new InputFormat(side, side, color),
                Scaling.ZERO_TO_ONE,
                5,
                kernel,
                pool,
                7,
                kernel,
                pool,
                padding,
                0.5,
                11,
                3,
                Initialization.HE);
    }

    @Test
    void theDescribedNetworkHasTheseShapesAndSoManyParameters() {
        ClassicNetworkConfig network = ClassicNetworkConfig.described(2);

        assertThat(network.layers())
                .containsExactly(
                        new Layer("Input, scaled 0..1", "100 x 100 x 3", 0),
                        new Layer("Conv 3x3 + ReLU", "98 x 98 x 100", 2800),
                        new Layer("MaxPool 2x2", "49 x 49 x 100", 0),
                        new Layer("Conv 3x3 + ReLU", "47 x 47 x 100", 90_100),
                        new Layer("MaxPool 2x2", "23 x 23 x 100", 0),
                        new Layer("Flatten", "52900", 0),
                        new Layer("Dropout 0.5", "52900", 0),
                        new Layer("Dense + ReLU", "50", 2_645_050),
                        new Layer("Dense + softmax", "2", 102));
        assertThat(network.parameterCount()).isEqualTo(2_738_052);
        assertThat(network.toString()).contains("2,738,052 parameters");
    }

    @Test
    void theDefaultsAreTheBundledModels() {
        assertThat(ClassicNetworkConfig.defaults(3))
                .hasToString(
                        "64 x 64 x 3 -1..1; conv 5x5 48, pool 3, conv 5x5 96, pool 3 (same), dropout 0.5, dense 128, 3 classes:"
                                + " 721,571 parameters");
    }

    @Test
    void paddingKeepsTheSize() {
        ClassicNetworkConfig network = config(64, ColorMode.GREY, 5, 3, Padding.SAME);

        assertThat(network.layers().get(1).output()).isEqualTo("64 x 64 x 5");
        assertThat(network.flattened()).isEqualTo(7 * 7 * 7);
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> config(16, ColorMode.RGB, 9, 4, Padding.VALID))
                .hasMessage(
                        "an input side of 16 px leaves nothing after kernels 9, 9 and poolings 4, 4 (padding valid)");
        assertThatThrownBy(() -> config(64, ColorMode.RGB, 4, 2, Padding.SAME))
                .hasMessage("kernel1 must be odd with padding same, got 4");
        assertThatThrownBy(() -> ClassicNetworkConfig.defaults(4)).hasMessage("classes must be in 2..3, got 4");
        assertThatThrownBy(() -> new ClassicNetworkConfig(
                        new InputFormat(1000, 1000, ColorMode.RGB),
                        Scaling.ZERO_TO_ONE,
                        100,
                        3,
                        1,
                        1000,
                        3,
                        1,
                        Padding.SAME,
                        0.5,
                        50,
                        2,
                        Initialization.HE))
                .hasMessageContaining("the first dense layer would have 50,000,000,000 weights");
    }
}
