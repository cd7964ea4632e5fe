package io.github.maskwatch.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.zone.Headcount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WearingRatesTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Random random = new Random(1);
    private final WearingRates rates = new WearingRates(BERLIN);

    private EventId id(Instant time) {
        return EventId.random(time, random);
    }

    private Event passed(int minute, long track, @Nullable MaskState state) {
        Instant time = NINE.plus(Duration.ofMinutes(minute));
        return new LinePassed(id(time), time, DOOR, new TrackId(track), "gate", Direction.IN, state);
    }

    private Event zoneLeft(int minute, long track, @Nullable MaskState state) {
        Instant time = NINE.plus(Duration.ofMinutes(minute));
        return new ZoneLeft(id(time), time, DOOR, new TrackId(track), "hall", state, Duration.ofSeconds(3));
    }

    private Event left(int minute, long track, @Nullable MaskState state) {
        Instant time = NINE.plus(Duration.ofMinutes(minute));
        return new PersonLeft(id(time), time, DOOR, new TrackId(track), state, Duration.ofSeconds(5));
    }

    private Headcount hour(RateSeries series, int minute) {
        return rates.count(series, RatePeriod.HOUR, NINE.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void countsPassagesByHourAndDay() {
        rates.add(passed(10, 1, MaskState.WITH_MASK));
        rates.add(passed(59, 2, null));
        rates.add(passed(60, 3, MaskState.WITHOUT_MASK));
        RateSeries gate = RateSeries.ofLine(DOOR, "gate", Direction.IN);
        assertThat(hour(gate, 0)).isEqualTo(new Headcount(1, 0, 0, 1));
        assertThat(hour(gate, 60)).isEqualTo(new Headcount(0, 1, 0, 0));
        assertThat(hour(gate, 120)).isEqualTo(Headcount.NOBODY);
        assertThat(rates.counts(RatePeriod.DAY))
                .containsExactly(new RateCount(
                        gate,
                        new RateWindow(Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-02T23:00:00Z")),
                        new Headcount(1, 1, 0, 1)));
        assertThat(rates.counts(RatePeriod.HOUR))
                .extracting(RateCount::passages)
                .hasSize(2);
    }

    @Test
    void whoGoesInAndOutOfAZoneCountsOnceByWhatWasSaidInTheEnd() {
        rates.add(new ZoneEntered(id(NINE), NINE, DOOR, new TrackId(1), "hall", null));
        rates.add(zoneLeft(1, 1, null));
        rates.add(zoneLeft(2, 1, MaskState.WITH_MASK));
        RateSeries hall = RateSeries.ofZone(DOOR, "hall");
        assertThat(hour(hall, 2)).as("still there").isEqualTo(Headcount.NOBODY);
        rates.add(left(3, 1, MaskState.WITHOUT_MASK));
        assertThat(hour(hall, 2)).isEqualTo(new Headcount(1, 0, 0, 0));
        assertThat(hour(RateSeries.ofCamera(DOOR), 2)).isEqualTo(new Headcount(0, 1, 0, 0));
    }

    @Test
    void otherEventsCountNobody() {
        rates.add(new PersonAppeared(id(NINE), NINE, DOOR, new TrackId(1)));
        assertThat(rates.counts(RatePeriod.HOUR)).isEmpty();
    }

    @Test
    void hoursAndDaysAreThoseOfTheZone() {
        Instant night = Instant.parse("2026-10-25T00:30:00Z");
        RateWindow first = RatePeriod.HOUR.windowOf(night, BERLIN);
        RateWindow second = RatePeriod.HOUR.windowOf(night.plus(Duration.ofHours(1)), BERLIN);
        assertThat(second.from()).as("half past two comes twice").isEqualTo(first.to());
        RateWindow day = RatePeriod.DAY.windowOf(night, BERLIN);
        assertThat(Duration.between(day.from(), day.to())).hasHours(25);
        assertThat(RatePeriod.HOUR.windowOf(night, ZoneId.of("Asia/Kolkata")).from())
                .isEqualTo(night);
    }

    @Test
    void forgetsWhatIsOver() {
        rates.add(passed(10, 1, MaskState.WITH_MASK));
        rates.add(passed(70, 2, MaskState.WITH_MASK));
        rates.forgetBefore(NINE.plus(Duration.ofHours(1)));
        assertThat(rates.counts(RatePeriod.HOUR)).hasSize(1);
        assertThat(rates.counts(RatePeriod.DAY)).hasSize(1);
    }

    @Test
    void refusesADirectionWithoutALine() {
        assertThatThrownBy(() -> new RateSeries(DOOR, null, Direction.IN)).hasMessageContaining("direction");
        assertThatThrownBy(() -> new RateWindow(NINE, NINE)).hasMessageContaining("after from");
    }
}
