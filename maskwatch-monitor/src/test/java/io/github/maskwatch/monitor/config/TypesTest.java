package io.github.maskwatch.monitor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
    private static <T> T read(Type<T> type, String text) throws ConfigurationException {
        return type.read(Node.ofScalar(new Origin("t", Path.of("/etc"), Map.of()), "x", 1, text));
    }

    @ParameterizedTest
    @CsvSource({
        "5 s, PT5S",
        "500ms, PT0.5S",
        "10 min, PT10M",
        "10m, PT10M",
        "2 h, PT2H",
        "30 d, PT720H",
        "0, PT0S",
        "1.5 h, PT1H30M",
        "1 h 30 min, PT1H30M",
        "1h30m, PT1H30M",
        "0.25 s, PT0.25S"
    })
    void durations(String text, Duration value) throws ConfigurationException {
        assertThat(read(Types.DURATION, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "s", "-5 s", "5 sec onds", "5 S", "1e3 s", "5 s,", "999999999 d", "٣ s", "1:30"})
    void noDurations(String text) {
        assertThatThrownBy(() -> read(Types.DURATION, text)).hasMessageContaining("wanted a duration such as \"5 s\"");
    }

    @Property
    void aDurationShownIsReadBack(@ForAll @LongRange(min = 0, max = 1L << 62) long nanos)
            throws ConfigurationException {
        Duration value = Duration.ofNanos(nanos);
        assertThat(read(Types.DURATION, Types.DURATION.show(value))).isEqualTo(value);
    }

    @Property
    void aSizeShownIsReadBack(@ForAll @LongRange(min = 0, max = 1L << 62) long bytes) throws ConfigurationException {
        DataSize value = new DataSize(bytes);
        assertThat(read(Types.DATA_SIZE, Types.DATA_SIZE.show(value))).isEqualTo(value);
    }

    @Property
    void daysShownAreReadBack(@ForAll @NotEmpty Set<DayOfWeek> days) throws ConfigurationException {
        assertThat(read(Types.DAYS, Types.DAYS.show(days))).isEqualTo(days);
    }

    @Test
    void days() throws ConfigurationException {
        assertThat(read(Types.DAYS, "mon-fri")).isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(read(Types.DAYS, "Sat, Sunday")).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(read(Types.DAYS, "fri-mon")).hasSize(4);
        assertThat(read(Types.DAYS, "daily")).hasSize(7);
        assertThat(Types.DAYS.show(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)))
                .isEqualTo("mon-fri");
        assertThat(Types.DAYS.show(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)))
                .isEqualTo("mon, sat-sun");
        assertThatThrownBy(() -> read(Types.DAYS, "mon-funday")).hasMessageContaining("got \"mon-funday\"");
    }

    @ParameterizedTest
    @CsvSource({"80 %, 0.8", "80%, 0.8", "0.8, 0.8", "12.5 %, 0.125", "0, 0", "1, 1", "100 %, 1"})
    void shares(String text, double value) throws ConfigurationException {
        assertThat(read(Types.SHARE, text)).isEqualTo(value);
        assertThat(read(Types.SHARE, Types.SHARE.show(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "101 %", "1.1", "-1 %", "%", "NaN"})
    void noShares(String text) {
        assertThatThrownBy(() -> read(Types.SHARE, text)).hasMessageContaining("wanted a share");
    }

    @Test
    void timesAndZones() throws ConfigurationException {
        assertThat(read(Types.TIME, "7:05")).isEqualTo(LocalTime.of(7, 5));
        assertThat(Types.TIME.show(LocalTime.of(7, 5))).isEqualTo("07:05");
        assertThat(read(Types.TIME_ZONE, "Europe/Berlin").getId()).isEqualTo("Europe/Berlin");
        assertThatThrownBy(() -> read(Types.TIME, "24:00")).hasMessageContaining("wanted a time of day");
        assertThatThrownBy(() -> read(Types.TIME_ZONE, "Europe/Atlantis")).hasMessageContaining("wanted a time zone");
    }

    @Test
    void paths() throws ConfigurationException {
        assertThat(read(Types.PATH, "events.db")).isEqualTo(Path.of("/etc/events.db"));
        assertThat(read(Types.PATH, "/var/events.db")).isEqualTo(Path.of("/var/events.db"));
        assertThatThrownBy(() -> read(Types.PATH, "a\0b")).hasMessageContaining("wanted a file or folder");
    }

    @Test
    void aRestrictedTypeSaysWhatItWants() {
        Type<Duration> positive = Types.DURATION.where(d -> !d.isZero(), "a duration above 0");
        assertThatThrownBy(() -> read(positive, "0 s")).hasMessage("t:1: x: wanted a duration above 0, got \"0 s\"");
    }
}
