package io.github.maskwatch.training.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class RangeRuleTest {

    /** Half of a normal distribution with one value far outside. */
    private static ValueHistogram withOutlier(float outlier) {
        float[] values = new float[500_000];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.abs(random.nextGaussian());
        }
        values[7] = outlier;
        ValueHistogram histogram = new ValueHistogram(new ValueRange(0, outlier));
        histogram.add(FloatBuffer.wrap(values));
        return histogram;
    }

    @Test
    void fullTakesAll() {
        assertThat(RangeRule.FULL.choose(withOutlier(40))).isEqualTo(new ValueRange(0, 40));
    }

    @Test
    void percentileLeavesOutliersOut() {
        ValueRange range = RangeRule.PERCENTILE.choose(withOutlier(40));
        // The one above which 1 of 100,000 lies, on one side: 4.417.
        assertThat(range.high()).isCloseTo(4.417f, within(0.2f));
        assertThat(range.low()).isZero();
    }

    @Test
    void leastErrorCutsOffOnlyWhatPays() {
        ValueHistogram values = withOutlier(40);
        ValueRange range = RangeRule.LEAST_ERROR.choose(values);
        assertThat(range.high()).isLessThan(40);
        assertThat(values.squaredError(Steps.over(range)))
                .isLessThan(values.squaredError(Steps.over(new ValueRange(0, 40))))
                .isLessThanOrEqualTo(values.squaredError(Steps.over(new ValueRange(0, 4))));
    }

    @Test
    void nothingButZerosIsARange() {
        ValueHistogram histogram = new ValueHistogram(new ValueRange(0, 0));
        histogram.add(FloatBuffer.wrap(new float[10]));
        for (RangeRule rule : RangeRule.values()) {
            assertThat(Steps.over(rule.choose(histogram)).number(0))
                    .as(rule.id())
                    .isZero();
        }
    }

    @Property
    void withinARangeStepsAreOffByAHalfAtTheMost(
            @ForAll @FloatRange(min = -50, max = 0) float low,
            @ForAll @FloatRange(min = 0.01f, max = 50) float high,
            @ForAll @FloatRange(min = 0, max = 1) float share) {
        Steps steps = Steps.over(new ValueRange(low, high));
        double value = low + share * (high - low);
        // Half a step of rounding, and half of one because zero must be a number.
        assertThat(steps.value(steps.number(value))).isCloseTo(value, within(steps.scale() * 1.001));
        assertThat(steps.value(steps.zeroPoint())).isZero();
        assertThat(steps.number(1e9)).isEqualTo(255);
        assertThat(steps.number(-1e9)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ValueRange(1, 2)).hasMessageContaining("got 1.0 to 2.0");
        assertThatThrownBy(() -> new Steps(0, 3)).hasMessageContaining("scale must be above 0");
        assertThatThrownBy(() -> new Steps(1, 256)).hasMessageContaining("0..255");
        assertThatThrownBy(() -> new QuantizationConfig(0, 1, RangeRule.FULL, 0))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new QuantizationConfig(1, 1, RangeRule.FULL, Double.NaN))
                .hasMessageContaining("mostLost");
    }
}
