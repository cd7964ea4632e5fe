package io.github.maskwatch.monitor.rules;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of a day as a clock on the wall shows them, half-open. Hours past midnight ("22:00-06:00") belong to the day on which they begin.
 *
 * @param from when they begin
 * @param to when they are over; midnight is the end of the day
 */
public record Hours(LocalTime from, LocalTime to) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String END_OF_DAY = "24:00";

    public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Hours {
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("hours must not end where they begin, got " + from + "-" + to);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException or a {@code DateTimeException}, if it is something else
     */
    public static Hours parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no hours: " + text);
        }
        LocalTime to = form.group(2).equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(2), CLOCK);
        return new Hours(LocalTime.parse(form.group(1), CLOCK), to);
    }

    /** Whether a time is in those hours that begin on the same day. */
    boolean onFirstDay(LocalTime time) {
        return !time.isBefore(from) && (pastMidnight() || time.isBefore(to));
    }

    /** Whether a time is in those hours that began the day before. */
    boolean onNextDay(LocalTime time) {
        return pastMidnight() && time.isBefore(to);
    }

    /** Those that end at midnight have nothing on the next day. */
    boolean pastMidnight() {
        return !from.isBefore(to);
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
