package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.rules.Hours;
import io.github.maskwatch.monitor.rules.Schedule;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.zone.Occupancy;
import io.github.maskwatch.zone.PlaceConfig;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceEventsTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final Image PICTURE = Image.filled(640, 480, 0x808080);
    private static final Schedule MORNING = new Schedule(
            List.of(new Schedule.Entry(EnumSet.allOf(DayOfWeek.class), List.of(Hours.parse("08:00-12:00")))));

    private final ByteTracker tracker = new ByteTracker(TrackingConfig.DEFAULTS, new Random(1));
    private final List<Occupancy> told = new ArrayList<>();
    private final PlaceEvents events = new PlaceEvents(
            DOOR, PlaceConfig.DEFAULTS, time -> MORNING.contains(time, ZoneOffset.UTC), new Random(2), told::add, null);
    private int frames;

    /** Two frames with one face, from this moment on, of somebody who stays all the time. */
    private List<Event> watch(String from) {
        List<Event> happened = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Duration position = Duration.ofMillis(200L * frames++);
            MaskedFace face =
                    new MaskedFace(new Face(new Box(200, 100, 80, 80), 0.9f), new MaskPrediction(0.98, 0.01, 0.01));
            Frame frame = new Frame(DOOR, frames, position, PICTURE);
            happened.addAll(events.update(new CameraFrame(
                    DOOR,
                    frame,
                    List.of(face),
                    tracker.update(frame, List.of(face)),
                    Instant.parse("2026-11-25T" + from + "Z").plusMillis(200L * i),
                    Duration.ZERO)));
        }
        return happened;
    }

    @Test
    void nobodyIsThereOutsideOfTheCamerasHours() {
        assertThat(watch("07:59:59")).isEmpty();
        assertThat(told).isEmpty();
        assertThat(watch("08:00:00")).hasAtLeastOneElementOfType(PersonAppeared.class);
        assertThat(told).isNotEmpty();
        assertThat(watch("11:59:58")).doesNotHaveAnyElementsOfTypes(PersonLeft.class, PersonAppeared.class);
        assertThat(watch("12:00:00")).singleElement().isInstanceOf(PersonLeft.class);
        assertThat(told.get(told.size() - 1)).isEqualTo(new Occupancy(List.of()));
        assertThat(watch("12:00:01")).isEmpty();
        assertThat(watch("23:00:00")).isEmpty();
        assertThat(watch("08:30:00")).as("the next day").hasAtLeastOneElementOfType(PersonAppeared.class);
    }
}
