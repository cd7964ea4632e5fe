package io.github.maskwatch.monitor.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Days of the week as people write them: "mon-fri", "sat, sun", "daily", "fri-mon". */
final class Weekdays {
    private static final int SHORT = 3;
    private static final int WEEK = 7;

    private Weekdays() {}

    /**
     * @throws IllegalArgumentException if a word is no day
     */
    static Set<DayOfWeek> parse(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text.strip().equalsIgnoreCase("daily")) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
            return Collections.unmodifiableSet(days);
        }
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("[-–]", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("no days: " + part);
            }
            addRange(days, day(ends[0]), day(ends[ends.length - 1]));
        }
        return Collections.unmodifiableSet(days);
    }

    private static void addRange(Set<DayOfWeek> days, DayOfWeek first, DayOfWeek last) {
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
    }

    private static DayOfWeek day(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name) || day.name().substring(0, SHORT).equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("no day: " + word);
    }

    /** Days in a row as a range. */
    static String print(Set<DayOfWeek> days) {
        if (days.size() == WEEK) {
            return "daily";
        }
        List<String> parts = new ArrayList<>();
        for (int first = 1; first <= WEEK; first++) {
            int last = first;
            while (last < WEEK && days.contains(DayOfWeek.of(first)) && days.contains(DayOfWeek.of(last + 1))) {
                last++;
            }
            if (days.contains(DayOfWeek.of(first))) {
                parts.add(last == first ? shortName(first) : shortName(first) + "-" + shortName(last));
            }
            first = last;
        }
        return String.join(", ", parts);
    }

    private static String shortName(int day) {
        return DayOfWeek.of(day).name().substring(0, SHORT).toLowerCase(Locale.ROOT);
    }
}
