package io.github.maskwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.dataset.Example;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class CrossEntropyTest {
    private static final List<MaskState> STATES = List.of(MaskState.values());
    private static final int[] LABELS = {0, 2, 1, 1};
    private static final float[] LOGITS = {1, 0, -1, 0.5f, 0.2f, 0.1f, -2, 0.3f, 1, 0, 0, 0};
    private static final CrossEntropy WEIGHTED = new CrossEntropy(0.1, List.of(1.0, 2.0, 0.5));

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    private static Batch<Example> batch() {
        List<Example> examples = IntStream.of(LABELS)
                .mapToObj(label -> new Example(Path.of("none"), STATES.get(label), "none"))
                .toList();
        return new Batch<>(0, 0, examples, FloatBuffer.allocate(0));
    }

    /** The formula of the Javadoc, in plain Java. */
    private static double byHand(float[] logits, double smoothing, double[] weights) {
        double sum = 0;
        double weightSum = 0;
        for (int i = 0; i < LABELS.length; i++) {
            double normalizer = 0;
            for (int c = 0; c < 3; c++) {
                normalizer += Math.exp(logits[i * 3 + c]);
            }
            for (int c = 0; c < 3; c++) {
                double logProbability = logits[i * 3 + c] - Math.log(normalizer);
                double target = (c == LABELS[i] ? 1 - smoothing : 0) + smoothing / 3;
                sum -= weights[c] * target * logProbability;
            }
            weightSum += weights[LABELS[i]];
        }
        return sum / weightSum;
    }

    private static double loss(CrossEntropy loss, float[] logits) {
        try (PointerScope scope = new PointerScope()) {
            return loss.of(Tensors.copyOf(logits, 4, 3), batch()).mean().item_float();
        }
    }

    @Test
    void isTheMeanOverPhotosWithTheirWeightsAndSmoothedTargets() {
        assertThat(loss(CrossEntropy.plain(), LOGITS))
                .isCloseTo(byHand(LOGITS, 0, new double[] {1, 1, 1}), within(1e-6));
        assertThat(loss(WEIGHTED, LOGITS)).isCloseTo(byHand(LOGITS, 0.1, new double[] {1, 2, 0.5}), within(1e-6));
    }

    @Test
    void countsWhatWasJudgedRightly() {
        try (PointerScope scope = new PointerScope()) {
            // Of equals the first one counts: the last row is taken for class 0.
            assertThat(CrossEntropy.plain()
                            .of(Tensors.copyOf(LOGITS, 4, 3), batch())
                            .correct())
                    .isEqualTo(1);
        }
    }

    @Test
    void itsGradientIsTheSlope() {
        float[] gradient;
        try (PointerScope scope = new PointerScope()) {
            Tensor logits = Tensors.copyOf(LOGITS, 4, 3).requires_grad_(true);
            WEIGHTED.of(logits, batch()).mean().backward();
            gradient = Tensors.toArray(logits.grad());
        }
        double[] weights = {1, 2, 0.5};
        float step = 1e-3f;
        for (int i = 0; i < LOGITS.length; i++) {
            float[] up = LOGITS.clone();
            float[] down = LOGITS.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (byHand(up, 0.1, weights) - byHand(down, 0.1, weights)) / (up[i] - down[i]);
            assertThat((double) gradient[i]).isCloseTo(slope, within(1e-5));
        }
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> new CrossEntropy(1, List.of()))
                .hasMessage("labelSmoothing must be 0 or more and below 1, got 1.0");
    }
}
