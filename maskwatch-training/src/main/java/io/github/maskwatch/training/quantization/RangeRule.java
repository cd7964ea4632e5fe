package io.github.maskwatch.training.quantization;

import java.util.Locale;

/** How the range of a tensor is chosen from the values that were seen in it. */
public enum RangeRule {
    /** From the least to the largest value: nothing is cut off, and one outlier makes all steps coarse. */
    FULL {
        @Override
        ValueRange choose(ValueHistogram values) {
            return values.range();
        }
    },
    /** Without the outermost of 100,000 values on each side. */
    PERCENTILE {
        @Override
        ValueRange choose(ValueHistogram values) {
            return values.without(1e-5);
        }
    },
    /**
     * The range with the least mean squared error, of rounding inside and of cutting off outside, among {@value #CANDIDATES} shares of
     * the full one.
     */
    LEAST_ERROR {
        @Override
        ValueRange choose(ValueHistogram values) {
            ValueRange best = values.range();
            double least = values.squaredError(Steps.over(best));
            for (int i = CANDIDATES - 1; i > 0; i--) {
                ValueRange range = values.range().times((double) i / CANDIDATES);
                double error = values.squaredError(Steps.over(range));
                if (error < least) {
                    least = error;
                    best = range;
                }
            }
            return best;
        }
    };

    private static final int CANDIDATES = 100;

    abstract ValueRange choose(ValueHistogram values);

    /** As commands and files call it, such as {@code least-error}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
