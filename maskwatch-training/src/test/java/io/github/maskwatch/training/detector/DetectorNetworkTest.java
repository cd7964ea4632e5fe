package io.github.maskwatch.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.training.network.Parameter;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.util.HashSet;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class DetectorNetworkTest {
    private static final DetectorConfig TINY = new DetectorConfig(0.25, 0.34, 64);

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    private static float[] answer(DetectorNetwork network, int height, int width, boolean training) {
        try (PointerScope scope = new PointerScope()) {
            Torch.seed(5);
            Tensor pixels = torch.rand(2, 3, height, width).mul(new org.bytedeco.pytorch.Scalar(255));
            Tensor rows = network.forward(pixels, training);
            assertThat(rows.size(2)).isEqualTo(Architecture.OUTPUTS);
            return Tensors.toArray(rows);
        }
    }

    @Test
    void answersForEveryCellOfAnySizeOfPicture() {
        try (DetectorNetwork network = new DetectorNetwork(TINY, 1)) {
            assertThat(answer(network, 64, 64, false)).hasSize(2 * new Cells(64, 64).count() * 8);
            assertThat(answer(network, 96, 160, false)).hasSize(2 * new Cells(160, 96).count() * 8);
        }
    }

    @Test
    void theTableCountsWhatTheNetworkLearns() {
        for (String size : new String[] {"nano", "small", "medium"}) {
            DetectorConfig config = DetectorConfig.named(size, 320);
            try (DetectorNetwork network = new DetectorNetwork(config, 1)) {
                long numbers = network.parameters().stream()
                        .mapToLong(p -> p.tensor().numel())
                        .sum();
                assertThat(DetectorTable.of(config).parameters()).isEqualTo(numbers);
            }
        }
    }

    @Test
    void theNanoFitsTwoMegabytes() {
        assertThat(DetectorTable.of(DetectorConfig.named("nano", 320)).parameters())
                .isLessThan(500_000);
    }

    @Test
    void theSeedAloneDecidesTheStart() {
        try (DetectorNetwork one = new DetectorNetwork(TINY, 7);
                DetectorNetwork same = new DetectorNetwork(TINY, 7);
                DetectorNetwork other = new DetectorNetwork(TINY, 8)) {
            assertThat(answer(one, 64, 64, false)).isEqualTo(answer(same, 64, 64, false));
            assertThat(answer(one, 64, 64, false)).isNotEqualTo(answer(other, 64, 64, false));
        }
    }

    @Test
    void fewCellsBeginAsFaces() {
        try (DetectorNetwork network = new DetectorNetwork(TINY, 7)) {
            float[] rows = answer(network, 64, 64, true);
            for (int row = 0; row < rows.length; row += Architecture.OUTPUTS) {
                assertThat(Rows.face(rows, row)).isBetween(0.002, 0.05);
            }
        }
    }

    @Test
    void namesAreUniqueAndCountedStatisticsAreKept() {
        try (DetectorNetwork network = new DetectorNetwork(TINY, 7)) {
            Set<String> names = new HashSet<>();
            network.state().forEach(p -> assertThat(names.add(p.name())).isTrue());
            assertThat(network.state()).containsAll(network.parameters());
            assertThat(network.state().stream().map(Parameter::name)).contains("stem.mean", "stem.variance");
            float[] before = value(network, "stem.mean");
            answer(network, 64, 64, true);
            assertThat(value(network, "stem.mean")).isNotEqualTo(before);
        }
    }

    private static float[] value(DetectorNetwork network, String name) {
        try (PointerScope scope = new PointerScope()) {
            return network.state().stream()
                    .filter(p -> p.name().equals(name))
                    .map(p -> Tensors.toArray(p.tensor()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void foldingGivesTheSameLine() {
        // w x normalized: (w x - mean) * scale / sqrt(variance + e) + offset
        FoldedConvolution folded = FoldedConvolution.fold(
                new float[] {2, -3},
                new float[] {0.5f, 1},
                new float[] {4, 2},
                new float[] {1, -1},
                new float[] {3, 8},
                1);
        double first = (2 * 7 - 1) * 4 / Math.sqrt(4) + 0.5;
        double second = (-3 * 7 + 1) * 2 / Math.sqrt(9) + 1;

        assertThat((double) folded.weights()[0] * 7 + folded.bias()[0]).isEqualTo(first);
        assertThat((double) folded.weights()[1] * 7 + folded.bias()[1])
                .isCloseTo(second, org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void sidesAreMultiplesOf32() {
        assertThatThrownBy(() -> new DetectorConfig(1, 1, 300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of 32");
        assertThatThrownBy(() -> DetectorConfig.named("huge", 320)).hasMessageContaining("nano, small or medium");
    }
}
