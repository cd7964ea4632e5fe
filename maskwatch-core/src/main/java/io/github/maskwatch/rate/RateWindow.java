package io.github.maskwatch.rate;

import java.time.Instant;
import java.util.Comparator;

/**
 * A span of time in which people are counted.
 *
 * @param from the first moment
 * @param to the first moment after it
 */
public record RateWindow(Instant from, Instant to) implements Comparable<RateWindow> {
    private static final Comparator<RateWindow> BY_TIME =
            Comparator.comparing(RateWindow::from).thenComparing(RateWindow::to);

    public RateWindow {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to must lie after from, got " + from + " to " + to);
        }
    }

    @Override
    public int compareTo(RateWindow other) {
        return BY_TIME.compare(this, other);
    }
}
