package io.github.maskwatch.monitor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Schedule daily(String hours) {
        return new Schedule(List.of(new Schedule.Entry(EnumSet.allOf(DayOfWeek.class), List.of(Hours.parse(hours)))));
    }

    private static Instant berlin(String local) {
        return ZonedDateTime.parse(local + "[Europe/Berlin]").toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "07:00-19:00, 2026-11-25T06:59:59+01:00, false",
        "07:00-19:00, 2026-11-25T07:00+01:00, true",
        "07:00-19:00, 2026-11-25T19:00+01:00, false",
        "22:00-06:00, 2026-11-25T23:00+01:00, true",
        "22:00-06:00, 2026-11-25T05:59+01:00, true",
        "22:00-06:00, 2026-11-25T12:00+01:00, false",
        "18:00-24:00, 2026-11-25T23:59+01:00, true",
        "18:00-24:00, 2026-11-25T00:00+01:00, false",
        "0:00-24:00, 2026-11-25T00:00+01:00, true",
        // The night to 29 March 2026 has no time from 02:00 to 03:00, that to 25 October has it twice.
        "02:15-02:45, 2026-03-29T01:59+01:00, false",
        "02:15-02:45, 2026-03-29T03:00+02:00, false",
        "02:15-04:00, 2026-03-29T03:00+02:00, true",
        "02:15-02:45, 2026-10-25T02:30+02:00, true",
        "02:15-02:45, 2026-10-25T02:50+02:00, false",
        "02:15-02:45, 2026-10-25T02:30+01:00, true",
        "02:15-02:45, 2026-10-25T02:50+01:00, false"
    })
    void isWhatAClockOnTheWallShows(String hours, String time, boolean on) {
        assertThat(daily(hours).contains(berlin(time), BERLIN)).isEqualTo(on);
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBeginOn() {
        Schedule fridays = new Schedule(
                List.of(new Schedule.Entry(Set.of(DayOfWeek.FRIDAY), List.of(Hours.parse("22:00-06:00")))));

        assertThat(fridays.contains(berlin("2026-11-27T23:00+01:00"), BERLIN)).isTrue();
        assertThat(fridays.contains(berlin("2026-11-28T05:00+01:00"), BERLIN)).isTrue();
        assertThat(fridays.contains(berlin("2026-11-27T05:00+01:00"), BERLIN)).isFalse();
        assertThat(fridays.turn(berlin("2026-11-28T05:00+01:00"), BERLIN))
                .isEqualTo(new Schedule.Turn(true, berlin("2026-11-28T06:00+01:00")));
    }

    @Test
    void aRuleOnTheDaysWhenTheClockIsChanged() {
        String rules = """
                time_zone: Europe/Berlin
                rules:
                  - {name: night, when: without_mask, for: 1 min, schedule: {hours: "01:30-03:30"}}
                """;
        assertThat(alarms(rules, "2026-03-29T01:00+01:00")).containsExactly(berlin("2026-03-29T01:31+01:00"));
        assertThat(daily("01:30-03:30")
                        .turn(berlin("2026-03-29T01:30+01:00"), BERLIN)
                        .until())
                .isEqualTo(berlin("2026-03-29T01:30+01:00").plus(Duration.ofHours(1)));
        assertThat(daily("01:30-03:30")
                        .turn(berlin("2026-10-25T01:30+02:00"), BERLIN)
                        .until())
                .isEqualTo(berlin("2026-10-25T01:30+02:00").plus(Duration.ofHours(3)));
        // An hour that is not there: nothing, and nothing breaks.
        assertThat(alarms(rules.replace("01:30-03:30", "02:10-02:50"), "2026-03-29T01:00+01:00"))
                .isEmpty();
        assertThat(alarms(rules.replace("01:30-03:30", "02:10-02:50"), "2026-10-25T01:00+02:00"))
                .containsExactly(berlin("2026-10-25T02:11+02:00"));
    }

    private static List<Instant> alarms(String rules, String from) {
        RuleEngine engine = new RuleEngine(RuleText.rules(rules), new Random(1));
        Instant begin = berlin(from);
        engine.accept(new StateChanged(Door.ID, begin, Door.CAMERA, new TrackId(1), null, MaskState.WITHOUT_MASK));
        return engine.advance(begin.plus(Duration.ofHours(20))).stream()
                .map(AlarmRaised::time)
                .toList();
    }

    @Property(tries = 150)
    void itTurnsWhereItSaysAndNotBefore(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @Size(2) List<@IntRange(max = 95) Integer> quarters,
            @ForAll @IntRange(max = 365 * 96) int begin,
            @ForAll @IntRange(max = 3) int place) {
        LocalTime from = LocalTime.of(0, 0).plusMinutes(15L * quarters.get(0));
        LocalTime to = LocalTime.of(0, 0).plusMinutes(15L * quarters.get(1));
        Hours hours = from.equals(to) ? Hours.ALL_DAY : new Hours(from, to);
        Schedule schedule = new Schedule(List.of(new Schedule.Entry(days, List.of(hours))));
        ZoneId zone = ZoneId.of(List.of("Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "UTC")
                .get(place));
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(15L * begin));

        Schedule.Turn turn = schedule.turn(start, zone);

        assertThat(turn.until()).isAfter(start);
        for (Instant t = start; t.isBefore(turn.until()); t = t.plus(Duration.ofMinutes(15))) {
            assertThat(schedule.contains(t, zone)).isEqualTo(turn.on());
        }
        boolean endless = Duration.between(start, turn.until()).equals(Duration.ofDays(8));
        assertThat(schedule.contains(turn.until(), zone)).isEqualTo(turn.on() == endless);
        assertThat(endless).isEqualTo(endless && turn.on());
    }

    @ParameterizedTest
    @ValueSource(strings = {"07:00", "7-19", "07:00-25:00", "24:00-07:00", "07:00-07:00", "07:60-08:00"})
    void noHours(String text) {
        assertThatThrownBy(() -> Hours.parse(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void hoursComeBack() {
        assertThat(Hours.parse("7:00 – 24:00")).hasToString("07:00-24:00");
        assertThat(Hours.parse(Hours.ALL_DAY.toString())).isEqualTo(Hours.ALL_DAY);
    }
}
