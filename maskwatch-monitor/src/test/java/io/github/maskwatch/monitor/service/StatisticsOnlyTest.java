package io.github.maskwatch.monitor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsOnlyTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

    private final StatisticsOnly counts = new StatisticsOnly(DOOR, StatisticsConfig.DEFAULTS, EIGHT.plusSeconds(90));

    private static Instant minute(int minutes) {
        return EIGHT.plusSeconds(60L * minutes);
    }

    private void pass(int people, MaskState state) {
        for (int i = 0; i < people; i++) {
            counts.left(state);
        }
    }

    @Test
    void defaultsAreTheLeastThatIsAllowed() {
        assertThat(StatisticsConfig.DEFAULTS).isEqualTo(new StatisticsConfig(Duration.ofMinutes(20), 10));
        assertThatThrownBy(() -> new StatisticsConfig(Duration.ofMinutes(19), 10))
                .hasMessage("window must be at least 20 min, got PT19M");
        assertThatThrownBy(() -> new StatisticsConfig(Duration.ofMinutes(20), 9))
                .hasMessage("leastPeople must be at least 10, got 9");
    }

    @Test
    void aWindowIsLongEnoughAndEndsOnTheClock() {
        pass(30, MaskState.WITH_MASK);
        assertThat(counts.moveTo(minute(20))).as("only 18.5 minutes").isEmpty();
        assertThat(counts.moveTo(minute(39))).isEmpty();
        assertThat(counts.moveTo(minute(40).plusSeconds(7)))
                .hasValue(new StatisticsWindow(DOOR, EIGHT.plusSeconds(90), minute(40), 30, 0, 0, 0));
    }

    @Test
    void fewPeopleAreToldWithTheNext() {
        pass(9, MaskState.WITHOUT_MASK);
        assertThat(counts.moveTo(minute(40))).isEmpty();
        counts.left(null);
        assertThat(counts.moveTo(minute(41))).as("the tenth does not end it").isEmpty();
        StatisticsWindow window = counts.moveTo(minute(60)).orElseThrow();
        assertThat(window.people()).isEqualTo(10);
        assertThat(window.wearingRate()).hasValue(0);
        assertThat(window.to()).isEqualTo(minute(60));
    }

    @Test
    void theRateIsOfThoseOfWhomSomethingCanBeSaid() {
        pass(6, MaskState.WITH_MASK);
        pass(1, MaskState.WITHOUT_MASK);
        pass(1, MaskState.WORN_INCORRECTLY);
        counts.left(null);
        counts.left(null);
        assertThat(counts.moveTo(minute(40)).orElseThrow().wearingRate()).hasValue(0.75);
    }

    /** @param minutes between one person and the next */
    @Property
    void nothingOfFewPeopleOrAShortTimeIsEverTold(@ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> minutes) {
        StatisticsOnly door = new StatisticsOnly(DOOR, StatisticsConfig.DEFAULTS, EIGHT);
        List<StatisticsWindow> windows = new ArrayList<>();
        int now = 0;
        for (int pause : minutes) {
            for (int i = 0; i < pause; i++) {
                door.moveTo(minute(++now)).ifPresent(windows::add);
            }
            door.left(MaskState.WITH_MASK);
        }
        Instant end = EIGHT;
        long told = 0;
        for (StatisticsWindow window : windows) {
            assertThat(window.from()).isEqualTo(end);
            assertThat(Duration.between(window.from(), window.to())).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
            assertThat(window.to().toEpochMilli() % Duration.ofMinutes(20).toMillis())
                    .isZero();
            assertThat(window.people()).isGreaterThanOrEqualTo(10);
            end = window.to();
            told += window.people();
        }
        assertThat(told).isLessThanOrEqualTo(minutes.size());
    }
}
