package io.github.maskwatch.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelectiveClassificationTest {
    private static final SelectiveClassification TWO_PERCENT = new SelectiveClassification(0.02, 0.05);

    private static Call call(double confidence, boolean wrong) {
        return new Call(MaskState.WITH_MASK, confidence, wrong);
    }

    /** Calls that are wrong with probability {@code (1 - confidence)^2}. */
    private static List<Call> drawn(int n, long seed) {
        Random random = new Random(seed);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double confidence = 0.4 + 0.6 * random.nextDouble();
            calls.add(call(confidence, random.nextDouble() < trueRisk(confidence)));
        }
        return calls;
    }

    private static double trueRisk(double confidence) {
        return (1 - confidence) * (1 - confidence);
    }

    /** The mean of {@link #trueRisk} over confidences from {@code least} to 1. */
    private static double trueRiskAbove(double least) {
        return (1 - least) * (1 - least) / 3;
    }

    @Test
    void boundsOfClopperAndPearson() {
        // No success: 1 - doubt^(1/n). The rule of three: 3/n.
        assertThat(BinomialBound.upper(0, 100, 0.05)).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-9));
        // Published one-sided 97.5 % limits of 10 of 100: .1762.
        assertThat(BinomialBound.upper(10, 100, 0.025)).isCloseTo(0.1762, within(5e-5));
        assertThat(BinomialBound.upper(5, 5, 0.05)).isEqualTo(1);
        assertThat(BinomialBound.upper(0, 0, 0.05)).isEqualTo(1);
        assertThat(BinomialBound.atMost(2, 4, 0.5)).isCloseTo(11 / 16.0, within(1e-12));
        assertThat(BinomialBound.atMost(10, 100_000, 0.5)).isZero();
    }

    @Property
    void theBoundLiesAboveTheShareAndFallsWithDoubt(
            @ForAll @IntRange(min = 1, max = 2000) int n, @ForAll @IntRange(min = 0, max = 2000) int k) {
        long successes = Math.min(k, n);
        double strict = BinomialBound.upper(successes, n, 0.01);
        double loose = BinomialBound.upper(successes, n, 0.2);
        assertThat(strict).isBetween((double) successes / n, 1.0);
        assertThat(loose).isLessThanOrEqualTo(strict);
    }

    @Test
    void curveOfACaseCountedByHand() {
        RiskCoverage curve = RiskCoverage.of(
                List.of(call(0.9, false), call(0.5, true), call(0.7, false), call(0.7, true), call(0.6, false)));
        assertThat(curve.points()).extracting(RiskCoverage.Point::risk).containsExactly(0.0, 1 / 3.0, 1 / 4.0, 2 / 5.0);
        assertThat(curve.points()).extracting(RiskCoverage.Point::coverage).containsExactly(0.2, 0.6, 0.8, 1.0);
        assertThat(curve.area()).isCloseTo((0 + 2 / 3.0 + 1 / 4.0 + 2 / 5.0) / 5, within(1e-12));
        assertThat(RiskCoverage.of(List.of()).area()).isNaN();
    }

    @Test
    void guaranteesWhereThereAreCallsEnough() {
        CallThreshold chosen = TWO_PERCENT.choose(drawn(5000, 1));
        assertThat(chosen.guaranteed()).isTrue();
        assertThat(chosen.bound()).isLessThanOrEqualTo(0.02);
        assertThat(chosen.coverage().value()).isGreaterThan(0.2);
        assertThat(trueRiskAbove(chosen.threshold())).isLessThanOrEqualTo(0.02);
    }

    /** The claim of the paper, on our code: the true risk is above the one asked for in at most 5 % of all draws. */
    @Test
    void theGuaranteeHolds() {
        int broken = 0;
        int given = 0;
        for (int round = 0; round < 1000; round++) {
            Optional<CallThreshold> chosen = TWO_PERCENT.guaranteed(drawn(1500, 100 + round));
            given += chosen.isPresent() ? 1 : 0;
            broken += chosen.isPresent() && trueRiskAbove(chosen.get().threshold()) > 0.02 ? 1 : 0;
        }
        assertThat(given).isGreaterThan(300);
        assertThat(broken).isLessThanOrEqualTo(given / 20);
    }

    @Test
    void saysWhenOnlyTheShareHereIsSmall() {
        List<Call> few = drawn(60, 2);
        assertThat(TWO_PERCENT.guaranteed(few)).isEmpty();
        CallThreshold chosen = TWO_PERCENT.choose(few);
        assertThat(chosen.guaranteed()).isFalse();
        assertThat(chosen.risk().value()).isLessThanOrEqualTo(0.02);
        assertThat(chosen.called()).isPositive();
        assertThat(chosen.bound()).isGreaterThan(0.02);
    }

    @Test
    void callsNothingWhereTheSurestIsWrong() {
        CallThreshold chosen = TWO_PERCENT.choose(List.of(call(0.9, true), call(0.8, false)));
        assertThat(chosen.called()).isZero();
        assertThat(chosen.threshold()).isEqualTo(1);
        assertThat(TWO_PERCENT.choose(List.of()).called()).isZero();
    }

    @Property(tries = 100)
    void theEmpiricalChoiceCallsTheMostThatItMay(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<Call> calls = drawn(200, seed);
        CallThreshold chosen = TWO_PERCENT.empirical(calls);
        assertThat(chosen.wrong()).isLessThanOrEqualTo((long) (0.02 * chosen.called() + 1e-9));
        for (RiskCoverage.Point point : RiskCoverage.of(calls).points()) {
            assertThat(point.risk() > 0.02 || point.called() <= chosen.called()).isTrue();
        }
        assertThat(TWO_PERCENT.at(chosen.threshold(), calls).called()).isEqualTo(chosen.called());
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatThrownBy(() -> new SelectiveClassification(0, 0.05)).hasMessageContaining("got 0.0 and 0.05");
    }
}
