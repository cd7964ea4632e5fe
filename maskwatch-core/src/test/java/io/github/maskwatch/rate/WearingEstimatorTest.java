package io.github.maskwatch.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.zone.Headcount;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WearingEstimatorTest {
    /** Sensitivity 0.95, specificity 0.9, and of a quarter of all nothing is said. */
    private static final Confusion CONFUSION = new Confusion(
            new Headcount(285, 10, 5, 100), new Headcount(8, 90, 2, 33), new Headcount(12, 8, 80, 34), "drawn by hand");

    private static final WearingEstimator ESTIMATOR = new WearingEstimator(CONFUSION, 500, new Random(1));

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Test
    void correctsWhatWasCounted() {
        WearingRate rate = ESTIMATOR.estimate(new Headcount(620, 300, 80, 250));
        assertThat(rate.said().value()).isEqualTo(0.62);
        assertThat(rate.wearing().value()).as("(0.62 + 0.9 - 1) / 0.85").isCloseTo(0.612, within(0.002));
        assertThat(width(rate.wearing())).isGreaterThan(width(rate.said()));
        assertThat(rate.cannotTell().value()).isEqualTo(0.2);
        assertThat(rate.states().withMask().value()
                        + rate.states().withoutMask().value()
                        + rate.states().wornIncorrectly().value())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void nobodyTellsNothing() {
        WearingRate rate = ESTIMATOR.estimate(new Headcount(0, 0, 0, 3));
        assertThat(rate.wearing()).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThat(rate.states().withoutMask()).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThat(rate.cannotTell().value()).isEqualTo(1);
    }

    @Test
    void withoutFacesWornIncorrectlyTwoStatesAreTold() {
        Confusion two = new Confusion(CONFUSION.withMask(), CONFUSION.withoutMask(), Headcount.NOBODY, "no third");
        WearingRate rate = new WearingEstimator(two, 40, new Random(1)).estimate(new Headcount(50, 50, 0, 0));
        assertThat(rate.wearing().value()).isBetween(0.4, 0.6);
        assertThat(rate.states().wornIncorrectly()).isEqualTo(new Interval(Double.NaN, 0, 1));
    }

    @Test
    void sameSeedSameAnswerInAnyOrder() {
        WearingEstimator again = new WearingEstimator(CONFUSION, 500, new Random(1));
        WearingRate second = again.estimate(new Headcount(1, 2, 3, 4));
        WearingRate first = again.estimate(new Headcount(20, 10, 5, 2));
        assertThat(ESTIMATOR.estimate(new Headcount(20, 10, 5, 2))).isEqualTo(first);
        assertThat(ESTIMATOR.estimate(new Headcount(1, 2, 3, 4))).isEqualTo(second);
    }

    @Test
    void moreFacesInTheConfusionMakeANarrowerInterval() {
        Confusion tenfold = new Confusion(
                new Headcount(2850, 100, 50, 1000),
                new Headcount(80, 900, 20, 330),
                new Headcount(120, 80, 800, 340),
                "ten times as many");
        Headcount passages = new Headcount(6200, 3000, 800, 0);
        assertThat(width(new WearingEstimator(tenfold, 500, new Random(1)).wearing(passages)))
                .isLessThan(0.6 * width(ESTIMATOR.wearing(passages)));
    }

    @Property(tries = 100)
    void theIntervalHoldsItsValueAndMoreMasksAreMoreMasks(
            @ForAll @IntRange(max = 200) int with, @ForAll @IntRange(min = 1, max = 200) int without) {
        Interval rate = ESTIMATOR.wearing(new Headcount(with, without, 0, 0));
        assertThat(rate.value()).isBetween(rate.low(), rate.high());
        assertThat(rate.low()).isGreaterThanOrEqualTo(0);
        assertThat(rate.high()).isLessThanOrEqualTo(1);
        Interval more = ESTIMATOR.wearing(new Headcount(with + 1, without - 1, 0, 0));
        assertThat(more.value()).isGreaterThanOrEqualTo(rate.value());
    }

    @Test
    void refusesAConfusionThatTellsNothing() {
        assertThatThrownBy(
                        () -> new Confusion(new Headcount(0, 0, 0, 9), CONFUSION.withoutMask(), Headcount.NOBODY, "x"))
                .hasMessageContaining("at least one face with mask");
        assertThatThrownBy(() -> new Confusion(CONFUSION.withMask(), CONFUSION.withoutMask(), Headcount.NOBODY, " "))
                .hasMessageContaining("origin");
        assertThatThrownBy(() -> new WearingEstimator(CONFUSION, 39, new Random(1)))
                .hasMessageContaining("at least 40, got 39");
    }
}
