package io.github.maskwatch.training.quantization;

import java.nio.FloatBuffer;

/** How often values were seen, in {@value #BINS} equal bins over a range that is known before. Not thread-safe. */
final class ValueHistogram {
    static final int BINS = 4096;

    private final ValueRange range;
    private final long[] counts = new long[BINS];
    private final float binsPerUnit;

    ValueHistogram(ValueRange range) {
        this.range = range;
        this.binsPerUnit = range.width() > 0 ? BINS / range.width() : 0;
    }

    ValueRange range() {
        return range;
    }

    /** Values outside of the range count as its ends. */
    void add(FloatBuffer values) {
        float low = range.low();
        for (int i = 0; i < values.limit(); i++) {
            int bin = (int) ((values.get(i) - low) * binsPerUnit);
            counts[Math.min(BINS - 1, Math.max(0, bin))]++;
        }
    }

    private double middle(int bin) {
        return range.low() + (bin + 0.5) * range.width() / BINS;
    }

    /** The range without this share of the values on each side, as finely as bins go. */
    ValueRange without(double share) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long left = (long) (total * share);
        int first = 0;
        for (long below = counts[0]; first < BINS - 1 && below <= left; below += counts[first]) {
            first++;
        }
        int last = BINS - 1;
        for (long above = counts[last]; last > 0 && above <= left; above += counts[last]) {
            last--;
        }
        double width = (double) range.width() / BINS;
        return ValueRange.around(
                Math.max(range.low(), (float) (range.low() + first * width)),
                Math.min(range.high(), (float) (range.low() + (last + 1) * width)));
    }

    /** Sum over all values of what these steps make of them, squared; each value is taken for the middle of its bin. */
    double squaredError(Steps steps) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double value = middle(bin);
                double error = steps.value(steps.number(value)) - value;
                sum += counts[bin] * error * error;
            }
        }
        return sum;
    }
}
