package io.github.maskwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void agreesWithThePublishedExample() {
        // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 gives .2553 to .3662.
        Interval interval = Interval.wilson95(81, 263);
        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void nothingSeenIsNothingKnown() {
        assertThat(Interval.wilson95(0, 0)).isEqualTo(new Interval(Double.NaN, 0, 1));
    }

    @Property
    void holdsTheEstimateAndStaysInRange(
            @ForAll @IntRange(min = 1, max = 5000) int n, @ForAll @IntRange(min = 0, max = 5000) int k) {
        Interval interval = Interval.wilson95(Math.min(k, n), n);
        assertThat(interval.value()).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }

    @Test
    void refusesMoreSuccessesThanTries() {
        assertThatThrownBy(() -> Interval.wilson95(3, 2)).hasMessageContaining("0..2, got 3");
    }
}
