package io.github.maskwatch.cli.doctor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Whether the clock can be right, and which time zone schedules are in.
 *
 * @param zone of the rules' schedules
 * @param named whether the configuration names it
 */
public record ClockCheck(Clock clock, ZoneId zone, boolean named) implements Check {
    /** Before this Maskwatch was not there; a machine without a battery for its clock starts in 1970. */
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Set<String> NO_PLACE = Set.of("Z", "UTC", "Etc/UTC", "GMT", "Etc/GMT");

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> look() {
        Instant now = clock.instant();
        String text = now.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toString();
        if (now.isBefore(EARLIEST) || !now.isBefore(LATEST)) {
            return List.of(Finding.wrong(
                    subject(),
                    "it is not " + text,
                    "set the clock, and let it be kept right (timedatectl set-ntp true)"));
        }
        if (!named && NO_PLACE.contains(zone.getId())) {
            return List.of(Finding.warning(
                    subject(),
                    text + "; no time zone is set, so that hours of rules are those of UTC",
                    "set time_zone in the configuration, or the machine's (timedatectl set-timezone)"));
        }
        return List.of(Finding.ok(subject(), text));
    }
}
