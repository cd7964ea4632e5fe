package io.github.maskwatch.rate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How long a window of counting is. */
public enum RatePeriod {
    /** By the clock on the wall; an hour that the clock is put back over is two. */
    HOUR,
    /** From midnight to midnight: 23, 24 or 25 hours. */
    DAY;

    /** The window that holds the moment. */
    public RateWindow windowOf(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        return switch (this) {
            case HOUR -> {
                Instant from = local.truncatedTo(ChronoUnit.HOURS).toInstant();
                yield new RateWindow(from, from.plus(1, ChronoUnit.HOURS));
            }
            case DAY ->
                new RateWindow(
                        local.toLocalDate().atStartOfDay(zone).toInstant(),
                        local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
        };
    }
}
