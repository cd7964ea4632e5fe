package io.github.maskwatch.monitor.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a rule is on, week by week, as a clock on the wall shows it: an hour that the change to summer time leaves out is not there, one that the change
 * back repeats is there twice.
 *
 * @param entries on where one of them is; empty: always
 */
public record Schedule(List<Entry> entries) {

    /**
     * Hours of some days.
     *
     * @param days on which the hours begin
     */
    public record Entry(Set<DayOfWeek> days, List<Hours> hours) {
        public Entry {
            days = Set.copyOf(days);
            hours = List.copyOf(hours);
            if (days.isEmpty() || hours.isEmpty()) {
                throw new IllegalArgumentException("a schedule must have days and hours, got " + days + ", " + hours);
            }
        }

        private boolean contains(LocalDateTime time) {
            DayOfWeek day = time.getDayOfWeek();
            LocalTime clock = time.toLocalTime();
            return hours.stream()
                    .anyMatch(part -> (days.contains(day) && part.onFirstDay(clock))
                            || (days.contains(day.minus(1)) && part.onNextDay(clock)));
        }
    }

    /**
     * Whether a schedule is on.
     *
     * @param until the first moment at which it may be otherwise
     */
    record Turn(boolean on, Instant until) {}

    public static final Schedule ALWAYS = new Schedule(List.of());

    /** Schedules repeat after a week; a day more, since a week with a change of the clock is an hour longer. */
    private static final int HORIZON_DAYS = 8;

    public Schedule {
        entries = List.copyOf(entries);
    }

    /** Whether it is on. */
    public boolean contains(Instant instant, ZoneId zone) {
        return entries.isEmpty() || contains(LocalDateTime.ofInstant(instant, zone));
    }

    private boolean contains(LocalDateTime time) {
        return entries.stream().anyMatch(entry -> entry.contains(time));
    }

    Turn turn(Instant instant, ZoneId zone) {
        if (entries.isEmpty()) {
            return new Turn(true, Instant.MAX);
        }
        boolean on = contains(instant, zone);
        Instant horizon = instant.plus(Duration.ofDays(HORIZON_DAYS));
        for (Instant candidate : candidates(instant, horizon, zone)) {
            if (contains(candidate, zone) != on) {
                return new Turn(on, candidate);
            }
        }
        return new Turn(on, horizon);
    }

    /** All moments after one and up to another at which it can turn: where hours begin or end, and where the clock is changed. */
    private TreeSet<Instant> candidates(Instant after, Instant last, ZoneId zone) {
        TreeSet<Instant> candidates = new TreeSet<>();
        LocalDate day = LocalDate.ofInstant(after, zone).minusDays(1);
        for (int i = 0; i <= HORIZON_DAYS + 1; i++) {
            for (Entry entry : entries) {
                for (Hours hours : entry.hours()) {
                    addMoments(day.plusDays(i).atTime(hours.from()), zone, candidates);
                    addMoments(day.plusDays(i).atTime(hours.to()), zone, candidates);
                }
            }
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(after);
        while (change != null && !change.getInstant().isAfter(last)) {
            candidates.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        candidates.headSet(after, true).clear();
        return candidates;
    }

    /** The moments at which a clock shows that time: one; none in an hour that is left out; two in one that is repeated. */
    private static void addMoments(LocalDateTime time, ZoneId zone, Set<Instant> moments) {
        for (ZoneOffset offset : zone.getRules().getValidOffsets(time)) {
            moments.add(time.toInstant(offset));
        }
    }
}
