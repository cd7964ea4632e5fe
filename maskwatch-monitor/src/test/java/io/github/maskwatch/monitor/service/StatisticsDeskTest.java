package io.github.maskwatch.monitor.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsDeskTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final CameraId HALL = new CameraId("hall");
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

    private final Random random = new Random(1);
    private final List<Event> told = new ArrayList<>();
    private final StatisticsDesk desk =
            new StatisticsDesk(List.of(DOOR, HALL), StatisticsConfig.DEFAULTS, EIGHT, told::add, random);

    private void pass(CameraId camera, Instant time) {
        TrackId track = TrackId.random(random);
        desk.count(
                camera,
                List.of(
                        new PersonAppeared(EventId.random(time, random), time, camera, track),
                        new PersonLeft(
                                EventId.random(time, random),
                                time,
                                camera,
                                track,
                                MaskState.WITH_MASK,
                                Duration.ofSeconds(4))));
    }

    @Test
    void nothingButCountsComesOut() {
        for (int i = 0; i < 12; i++) {
            pass(DOOR, EIGHT.plusSeconds(7L * i));
        }
        for (int i = 0; i < 9; i++) {
            pass(HALL, EIGHT.plusSeconds(9L * i));
        }
        desk.moveTo(EIGHT.plusSeconds(1199));
        assertThat(told).isEmpty();

        desk.moveTo(EIGHT.plusSeconds(1203));

        assertThat(told).singleElement().isInstanceOfSatisfying(PeopleCounted.class, counted -> {
            assertThat(counted.camera()).isEqualTo(DOOR);
            assertThat(counted.from()).isEqualTo(EIGHT);
            assertThat(counted.time()).isEqualTo(EIGHT.plusSeconds(1200));
            assertThat(counted.withMask()).isEqualTo(12);
            assertThat(counted.people()).isEqualTo(12);
            assertThat(counted.row().track()).isNull();
            // A UUID of version 7 begins with a time.
            assertThat(counted.id().value().getMostSignificantBits() >>> 16)
                    .isEqualTo(counted.time().toEpochMilli());
        });
    }

    @Test
    void whoComesAfterItsEndIsInTheNext() {
        for (int i = 0; i < 10; i++) {
            pass(DOOR, EIGHT.plusSeconds(i));
        }
        pass(DOOR, EIGHT.plusSeconds(1201));
        desk.moveTo(EIGHT.plusSeconds(1202));

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        PeopleCounted.class,
                        counted -> assertThat(counted.people()).isEqualTo(10));
    }
}
