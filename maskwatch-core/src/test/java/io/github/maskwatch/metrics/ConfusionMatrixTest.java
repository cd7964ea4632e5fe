package io.github.maskwatch.metrics;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;
import static io.github.maskwatch.mask.MaskState.WORN_INCORRECTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<MaskState> TWO = List.of(WITH_MASK, WITHOUT_MASK);
    private static final List<MaskState> THREE = List.of(MaskState.values());

    @Provide
    Arbitrary<ConfusionMatrix> matrices() {
        return Arbitraries.longs().between(0, 400).list().ofSize(9).map(cells -> {
            long[][] counts = new long[3][3];
            for (int i = 0; i < 9; i++) {
                counts[i / 3][i % 3] = cells.get(i);
            }
            return ConfusionMatrix.ofCounts(THREE, counts);
        });
    }

    @Test
    void figuresOfACaseCountedByHand() {
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(TWO, new long[][] {{40, 10}, {5, 45}});
        assertThat(matrix.n()).isEqualTo(100);
        assertThat(matrix.accuracy().value()).isEqualTo(0.85);
        assertThat(matrix.recall(WITH_MASK).value()).isEqualTo(0.8);
        assertThat(matrix.recall(WITHOUT_MASK).value()).isEqualTo(0.9);
        assertThat(matrix.precision(WITH_MASK).value()).isCloseTo(40 / 45.0, within(1e-12));
        assertThat(matrix.f1(WITH_MASK).value()).isCloseTo(80 / 95.0, within(1e-12));
        assertThat(matrix.f1(WITHOUT_MASK).value()).isCloseTo(90 / 105.0, within(1e-12));
        assertThat(matrix.balancedAccuracy().value()).isCloseTo(0.85, within(1e-12));
    }

    @Test
    void countsJudgementsByTruthAndAnswer() {
        ConfusionMatrix matrix = ConfusionMatrix.of(
                THREE,
                List.of(
                        new Judgement(WITH_MASK, new MaskPrediction(0.5, 0.3, 0.2)),
                        new Judgement(WITH_MASK, new MaskPrediction(0.1, 0.3, 0.6)),
                        new Judgement(WITHOUT_MASK, new MaskPrediction(0.1, 0.9, 0))));
        assertThat(matrix.count(WITH_MASK, WITH_MASK)).isOne();
        assertThat(matrix.count(WITH_MASK, WORN_INCORRECTLY)).isOne();
        assertThat(matrix.count(WITHOUT_MASK, WITHOUT_MASK)).isOne();
        assertThat(matrix.n()).isEqualTo(3);
    }

    @Test
    void balancedAccuracyLeavesOutStatesWithoutExamples() {
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(THREE, new long[][] {{9, 0, 1}, {0, 7, 3}, {0, 0, 0}});
        assertThat(matrix.balancedAccuracy().value()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void nothingSeenIsNothingKnown() {
        ConfusionMatrix empty = ConfusionMatrix.of(TWO, List.of());
        assertThat(empty.accuracy()).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThat(empty.balancedAccuracy()).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThat(empty.f1(WITH_MASK)).isEqualTo(new Interval(Double.NaN, 0, 1));
    }

    @Test
    void aFaultlessModelIsStillUncertain() {
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(TWO, new long[][] {{20, 0}, {0, 20}});
        assertThat(matrix.f1(WITH_MASK).value()).isEqualTo(1);
        assertThat(matrix.f1(WITH_MASK).low()).isBetween(0.85, 0.95);
        assertThat(matrix.balancedAccuracy().low()).isBetween(0.85, 0.95);
    }

    @Test
    void refusesAnUnknownState() {
        assertThatThrownBy(() ->
                        ConfusionMatrix.of(TWO, List.of(new Judgement(WORN_INCORRECTLY, new MaskPrediction(1, 0, 0)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got WORN_INCORRECTLY");
    }

    @Test
    void refusesCountsThatAreNotSquareOrBelowZero() {
        assertThatThrownBy(() -> ConfusionMatrix.ofCounts(TWO, new long[][] {{1, 2}}))
                .hasMessageContaining("2 rows, got 1");
        assertThatThrownBy(() -> ConfusionMatrix.ofCounts(TWO, new long[][] {{1, 2}, {3}}))
                .hasMessageContaining("2 counts, got 1");
        assertThatThrownBy(() -> ConfusionMatrix.ofCounts(TWO, new long[][] {{1, 2}, {3, -1}}))
                .hasMessageContaining("got -1");
        assertThatThrownBy(() -> ConfusionMatrix.of(List.of(WITH_MASK, WITH_MASK), List.of()))
                .hasMessageContaining("none twice");
    }

    @Property
    void everyIntervalHoldsItsValueInsideZeroToOne(@ForAll("matrices") ConfusionMatrix matrix) {
        List<Interval> all = new ArrayList<>(List.of(matrix.accuracy(), matrix.balancedAccuracy()));
        THREE.forEach(s -> all.addAll(List.of(matrix.precision(s), matrix.recall(s), matrix.f1(s))));
        for (Interval interval : all) {
            assertThat(interval.low()).isBetween(0.0, 1.0);
            assertThat(interval.high()).isBetween(interval.low(), 1.0);
            if (!Double.isNaN(interval.value())) {
                assertThat(interval.value()).isBetween(interval.low(), interval.high());
            }
        }
    }

    @Property
    void f1IsTheHarmonicMeanOfPrecisionAndRecall(@ForAll("matrices") ConfusionMatrix matrix) {
        for (MaskState state : THREE) {
            double p = matrix.precision(state).value();
            double r = matrix.recall(state).value();
            if (p + r > 0) {
                assertThat(matrix.f1(state).value()).isCloseTo(2 * p * r / (p + r), within(1e-12));
            }
        }
    }

    @Property
    void theOrderOfExamplesIsOfNoMatter(@ForAll("judgements") List<Judgement> judgements, @ForAll Random random) {
        List<Judgement> shuffled = new ArrayList<>(judgements);
        Collections.shuffle(shuffled, random);
        assertThat(ConfusionMatrix.of(THREE, shuffled)).isEqualTo(ConfusionMatrix.of(THREE, judgements));
    }

    @Provide
    Arbitrary<List<Judgement>> judgements() {
        return JudgementArbitraries.judgements().list().ofMaxSize(60);
    }

    /** The published claim of both methods, on our code: about 95 of 100 intervals hold the truth. */
    @Test
    void intervalsHoldTheTruthInAboutNineteenOfTwentyDraws() {
        double[] right = {0.95, 0.8};
        double trueBalanced = 0.875;
        double trueF1 = 2 * 0.95 * 60 / (2 * 0.95 * 60 + 0.05 * 60 + 0.2 * 40);
        int rounds = 4000;
        int balanced = 0;
        int f1 = 0;
        Random random = new Random(7);
        for (int round = 0; round < rounds; round++) {
            ConfusionMatrix drawn = draw(random, right);
            balanced += holds(drawn.balancedAccuracy(), trueBalanced) ? 1 : 0;
            f1 += holds(drawn.f1(WITH_MASK), trueF1) ? 1 : 0;
        }
        assertThat((double) balanced / rounds).isBetween(0.93, 0.98);
        assertThat((double) f1 / rounds).isBetween(0.93, 0.98);
    }

    private static ConfusionMatrix draw(Random random, double[] right) {
        long[][] counts = new long[2][2];
        for (int i = 0; i < 100; i++) {
            int truth = random.nextDouble() < 0.6 ? 0 : 1;
            counts[truth][random.nextDouble() < right[truth] ? truth : 1 - truth]++;
        }
        return ConfusionMatrix.ofCounts(TWO, counts);
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }
}
