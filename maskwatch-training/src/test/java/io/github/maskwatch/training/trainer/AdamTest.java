package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.training.network.Parameter;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {
    private static final double RATE = 0.01;

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    @SuppressWarnings("try")
    void stepsAsLibtorchsOwn(double decay) {
        try (PointerScope scope = new PointerScope()) {
            Torch.seed(3);
            Tensor target = torch.rand(7, 5);
            Tensor start = torch.rand(7, 5);
            Tensor ours = start.clone().requires_grad_(true);
            Tensor theirs = start.clone().requires_grad_(true);
            AdamWOptions options = new AdamWOptions(RATE);
            options.eps().put(1e-7);
            options.weight_decay().put(decay);
            AdamW reference = new AdamW(new TensorVector(theirs), options);
            Parameter parameter = new Parameter("w", ours, true);
            try (Adam adam = new Adam(List.of(parameter), decay)) {
                for (int t = 1; t <= 25; t++) {
                    parameter.forgetGradient();
                    loss(ours, target).backward();
                    adam.step(RATE, t);
                    reference.zero_grad();
                    loss(theirs, target).backward();
                    reference.step();
                }
            }
            float[] expected = Tensors.toArray(theirs);
            float[] actual = Tensors.toArray(ours);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(2e-6f));
            }
        }
    }

    private static Tensor loss(Tensor weights, Tensor target) {
        return weights.sub(target).square().sum();
    }

    @Test
    @SuppressWarnings("try")
    void biasesDoNotDecay() {
        try (PointerScope scope = new PointerScope()) {
            Tensor bias = torch.ones(4).requires_grad_(true);
            try (Adam adam = new Adam(List.of(new Parameter("b", bias, false)), 0.5)) {
                bias.sub(bias.detach()).sum().backward(); // a gradient of ones
                adam.step(0.001, 1);
            }
            assertThat(Tensors.toArray(bias)[0]).isCloseTo(0.999f, within(1e-6f));
        }
    }
}
