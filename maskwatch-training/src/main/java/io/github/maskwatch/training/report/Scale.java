package io.github.maskwatch.training.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis from values to pixels.
 *
 * @param low value at {@code fromPx}
 * @param high value at {@code toPx}, above {@code low}
 */
record Scale(double low, double high, double fromPx, double toPx) {
    Scale {
        if (!(high > low)) {
            throw new IllegalArgumentException("high must be above " + low + ", got " + high);
        }
    }

    double px(double value) {
        return fromPx + (value - low) / (high - low) * (toPx - fromPx);
    }

    /** Round values (1, 2 or 5 times a power of ten apart) inside the axis, about as many as wanted. */
    List<Double> ticks(int wanted) {
        double step = step((high - low) / wanted);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Decimals that tell two ticks apart. */
    static int decimals(double step) {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }
}
