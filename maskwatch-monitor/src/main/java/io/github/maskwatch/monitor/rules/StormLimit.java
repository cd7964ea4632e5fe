package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.monitor.config.Types;
import java.time.Duration;

/**
 * How many alarms of all rules together may come in a time. It bites: the rest are held back, and one alarm says how many.
 *
 * @param alarms in any window, that one included; from 1 to 10,000
 * @param window above 0, at most 1 day
 */
public record StormLimit(int alarms, Duration window) {
    static final int MOST_ALARMS = 10_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    public static final StormLimit STANDARD = new StormLimit(20, Duration.ofMinutes(10));

    public StormLimit {
        if (alarms < 1 || alarms > MOST_ALARMS) {
            throw new IllegalArgumentException("a storm limit must allow 1 to 10000 alarms, got " + alarms);
        }
        if (window.isZero() || window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a storm limit's time must be above 0 and at most 1 d, got " + Types.DURATION.show(window));
        }
    }
}
