package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.metrics.Interval;

/**
 * The least confidence at which a state is called, and what it does on the calls that it was chosen on or is tried on.
 *
 * @param threshold 0–1; at 1 with nothing called where no other one will do
 * @param called calls of at least this confidence
 * @param wrong how many of them are wrong
 * @param of calls in all
 * @param bound upper bound of the risk, 0–1
 * @param confidence of the bound, such as .95
 * @param guaranteed whether the bound holds for new faces of the same kind whatever the choice, and is at most the risk asked for; if
 *     not, only the share on these calls is at most that
 */
public record CallThreshold(
        double threshold, long called, long wrong, long of, double bound, double confidence, boolean guaranteed) {

    /** Share of the called that is wrong, with its interval. */
    public Interval risk() {
        return Interval.wilson95(wrong, called);
    }

    /** Share called, with its interval. */
    public Interval coverage() {
        return Interval.wilson95(called, of);
    }
}
