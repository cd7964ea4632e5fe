package io.github.maskwatch.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.mask.Temperatures;
import io.github.maskwatch.metrics.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TemperatureFitTest {
    private static final Box BOX = new Box(0, 0, 10, 10);

    /** Faces whose true state is drawn by the calibrated probabilities, said by a network that needs these temperatures. */
    private static List<FacePair> drawn(Temperatures needed, int n, long seed, boolean tellsIncorrect) {
        Random random = new Random(seed);
        List<FacePair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            MaskPrediction said = softmax(
                    3 * random.nextGaussian() / 2, 3 * random.nextGaussian() / 2, 3 * random.nextGaussian() / 2 - 1);
            MaskState truth = draw(needed.apply(said), random.nextDouble());
            pairs.add(pair(
                    tellsIncorrect || truth == MaskState.WITH_MASK ? truth : MaskState.WITHOUT_MASK,
                    said,
                    tellsIncorrect));
        }
        return pairs;
    }

    private static FacePair pair(MaskState truth, MaskPrediction said, boolean tellsIncorrect) {
        return new FacePair(new LabelledFace(BOX, truth), new MaskedFace(new Face(BOX, 0.9f), said), tellsIncorrect);
    }

    private static MaskPrediction softmax(double a, double b, double c) {
        double sum = Math.exp(a) + Math.exp(b) + Math.exp(c);
        return new MaskPrediction(Math.exp(a) / sum, Math.exp(b) / sum, Math.exp(c) / sum);
    }

    private static MaskState draw(MaskPrediction by, double uniform) {
        if (uniform < by.withMask()) {
            return MaskState.WITH_MASK;
        }
        return uniform < by.withMask() + by.withoutMask() ? MaskState.WITHOUT_MASK : MaskState.WORN_INCORRECTLY;
    }

    @Test
    void findsTheTemperaturesThatTheFacesWereDrawnBy() {
        Temperatures needed = new Temperatures(1.8, 1.3, 2.2);
        Temperatures found = TemperatureFit.perState(drawn(needed, 5_000, 1, true));
        assertThat(found.withMask()).isCloseTo(1.8, within(0.2));
        assertThat(found.withoutMask()).isCloseTo(1.3, within(0.2));
        assertThat(found.wornIncorrectly()).isCloseTo(2.2, within(0.2));
    }

    @Test
    void findsThemWhereHalfOfTheFacesTellTwo() {
        Temperatures needed = new Temperatures(1.8, 1.3, 2.2);
        List<FacePair> pairs = new ArrayList<>(drawn(needed, 5_000, 1, true));
        pairs.addAll(drawn(needed, 5_000, 2, false));
        Temperatures found = TemperatureFit.perState(pairs);
        assertThat(found.withMask()).isCloseTo(1.8, within(0.2));
        assertThat(found.withoutMask()).isCloseTo(1.3, within(0.2));
        assertThat(found.wornIncorrectly()).isCloseTo(2.2, within(0.35));
    }

    @Test
    void findsOneForAll() {
        Temperatures needed = new Temperatures(2, 2, 2);
        List<FacePair> pairs = drawn(needed, 5_000, 3, true);
        assertThat(TemperatureFit.common(pairs).withMask()).isCloseTo(2, within(0.1));
        assertThat(TemperatureFit.common(List.of())).isEqualTo(Temperatures.NONE);
    }

    @Test
    void calibrationErrorFalls() {
        List<FacePair> pairs = drawn(new Temperatures(2, 2, 2), 5000, 4, true);
        Temperatures fit = TemperatureFit.perState(pairs);
        double before =
                Calibration.of(pairs.stream().map(FacePair::judgement).toList()).error();
        double after = Calibration.of(pairs.stream()
                        .map(pair -> pair.calibrated(fit).judgement())
                        .toList())
                .error();
        assertThat(before).isGreaterThan(0.08);
        assertThat(after).isLessThan(0.03);
    }

    @Property(tries = 40)
    void isNeverWorseThanNone(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        List<FacePair> pairs = drawn(new Temperatures(1.2, 0.8, 1.5), 60, seed, seed % 2 == 0);
        double none = TemperatureFit.loss(pairs, Temperatures.NONE);
        assertThat(TemperatureFit.loss(pairs, TemperatureFit.perState(pairs))).isLessThanOrEqualTo(none);
        assertThat(TemperatureFit.loss(pairs, TemperatureFit.common(pairs))).isLessThanOrEqualTo(none);
    }

    /** Faces that tell two make several dips; golden section alone once ended in the wrong one of this draw. */
    @Test
    void isNeverWorseThanNoneWhereTheLossHasSeveralDips() {
        List<FacePair> pairs = drawn(new Temperatures(1.2, 0.8, 1.5), 60, 35, false);
        assertThat(TemperatureFit.loss(pairs, TemperatureFit.perState(pairs)))
                .isLessThanOrEqualTo(TemperatureFit.loss(pairs, Temperatures.NONE));
    }

    /** Where every face tells three the loss is convex, so that the least one has no better neighbour. */
    @Property(tries = 25)
    void hasNoBetterNeighbour(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
        List<FacePair> pairs = drawn(new Temperatures(1.2, 0.8, 1.5), 60, seed, true);
        Temperatures fit = TemperatureFit.perState(pairs);
        double loss = TemperatureFit.loss(pairs, fit);
        for (double factor : new double[] {0.97, 1.03}) {
            Temperatures near = new Temperatures(
                    clamp(fit.withMask() * factor), clamp(fit.withoutMask() * factor), fit.wornIncorrectly());
            assertThat(loss).isLessThanOrEqualTo(TemperatureFit.loss(pairs, near) + 1e-6);
        }
    }

    @Test
    void aDetectorIsCalibratedOnTheFacesThatItFinds() {
        List<JudgedScene> scenes = drawn(new Temperatures(2, 2, 2), 1500, 5, true).stream()
                .map(pair -> new JudgedScene(64, 64, true, List.of(pair.truth()), List.of(pair.answer())))
                .toList();
        DetectorCalibration fit = DetectorCalibration.fit(scenes, 0.5);
        assertThat(fit.faces()).isEqualTo(1500);
        assertThat(fit.temperatures().withMask()).isBetween(1.6, 2.4);
        assertThat(fit.after().error()).isLessThan(fit.before().error());
        assertThat(fit.lossAfter()).isLessThan(fit.lossBefore());
        assertThat(fit.calls().risk().value()).isLessThanOrEqualTo(0.02);
        assertThat(DetectorCalibration.fit(scenes, 0.95).faces()).isZero();
        assertThat(DetectorCalibration.fit(List.of(), 0.5).temperatures()).isEqualTo(Temperatures.NONE);
    }

    @Test
    void fewFacesOfAStateGetTheTemperatureOfAll() {
        List<JudgedScene> scenes = drawn(new Temperatures(2, 2, 2), 40, 5, true).stream()
                .map(pair -> new JudgedScene(64, 64, true, List.of(pair.truth()), List.of(pair.answer())))
                .toList();
        Temperatures fit = DetectorCalibration.fit(scenes, 0.5).temperatures();
        assertThat(fit.withMask()).isEqualTo(fit.wornIncorrectly()).isEqualTo(fit.withoutMask());
    }

    private static double clamp(double temperature) {
        return Math.min(10, Math.max(0.1, temperature));
    }

    @Test
    void aStateThatIsNeverTrueKeepsItsTemperature() {
        List<FacePair> pairs = List.of(
                pair(MaskState.WITH_MASK, new MaskPrediction(0.6, 0.4, 0), true),
                pair(MaskState.WITHOUT_MASK, new MaskPrediction(0.3, 0.7, 0), true));
        assertThat(TemperatureFit.perState(pairs).wornIncorrectly()).isEqualTo(1);
        assertThat(TemperatureFit.perState(List.of())).isEqualTo(Temperatures.NONE);
    }

    @Property
    void whatIsSaidStaysADistributionAndOneTemperatureKeepsTheOrder(
            @ForAll @DoubleRange(min = -40, max = 40) double a,
            @ForAll @DoubleRange(min = -40, max = 40) double b,
            @ForAll @DoubleRange(min = 0.1, max = 10) double t) {
        MaskPrediction said = softmax(a, b, 0);
        MaskPrediction after = new Temperatures(t, t, t).apply(said);
        assertThat(after.withMask() + after.withoutMask() + after.wornIncorrectly())
                .isCloseTo(1, within(1e-9));
        if (said.confidence() < 1) {
            assertThat(after.probability(said.state())).isCloseTo(after.confidence(), within(1e-9));
        }
    }

    @Test
    void temperaturesAreTheSoftmaxOfDividedLogits() {
        MaskPrediction after = new Temperatures(2, 2, 2).apply(softmax(4, 1, -2));
        MaskPrediction wanted = softmax(2, 0.5, -1);
        assertThat(after.withMask()).isCloseTo(wanted.withMask(), within(1e-12));
        assertThat(after.wornIncorrectly()).isCloseTo(wanted.wornIncorrectly(), within(1e-12));
        MaskPrediction hard = new MaskPrediction(1, 0, 0);
        assertThat(new Temperatures(3, 2, 1).apply(hard)).isEqualTo(hard);
        assertThatThrownBy(() -> new Temperatures(1, 0, 1)).hasMessageContaining("above 0, got 0.0");
    }
}
