package io.github.maskwatch.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreCurveTest {
    @Test
    void noneChangesNothing() {
        assertThat(ScoreCurve.NONE.of(0.3)).isCloseTo(0.3, within(1e-12));
        assertThat(ScoreCurve.NONE.of(0)).isZero();
        assertThat(ScoreCurve.NONE.of(1)).isEqualTo(1);
    }

    @Test
    void theEndsStayTheEnds() {
        ScoreCurve curve = new ScoreCurve(3, 2);
        assertThat(curve.of(0)).isZero();
        assertThat(curve.of(1)).isEqualTo(1);
        assertThat(curve.logitAt(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Property
    void theSurerStaysTheSurerAndTheWayBackLeadsBack(
            @ForAll @DoubleRange(min = 0.05, max = 8) double slope,
            @ForAll @DoubleRange(min = -5, max = 5) double shift,
            @ForAll @DoubleRange(min = 0.05, max = 0.94) double score) {
        ScoreCurve curve = new ScoreCurve(slope, shift);
        assertThat(curve.of(score + 0.01)).isGreaterThanOrEqualTo(curve.of(score));
        assertThat(curve.ofLogit(curve.logitAt(0.4))).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ScoreCurve(0, 1))
                .hasMessageContaining("slope must be a finite number above 0, got 0.0");
        assertThatThrownBy(() -> new ScoreCurve(1, Double.NaN)).hasMessageContaining("shift must be finite, got NaN");
    }
}
