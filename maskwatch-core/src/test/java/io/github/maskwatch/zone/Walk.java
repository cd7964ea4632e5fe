package io.github.maskwatch.zone;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.vote.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People who are led through a picture of 1000 x 500 px, and what is told of them. */
final class Walk {
    static final CameraId CAMERA = new CameraId("door");
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final int WIDTH = 1000;
    static final int HEIGHT = 500;

    final PlaceWatch watch;
    final List<Event> events = new ArrayList<>();
    private final Map<Long, Track> tracks = new LinkedHashMap<>();
    private final Duration step;
    private Duration now = Duration.ZERO;

    Walk(PlaceConfig config, Duration step) {
        watch = new PlaceWatch(CAMERA, config, new Random(1));
        this.step = step;
    }

    /** Frames of a tenth of a second. */
    Walk(PlaceConfig config) {
        this(config, Duration.ofMillis(100));
    }

    /** Leads a person to a place, share of the picture, until the next frame. */
    Walk to(long person, double x, double y, double side, @Nullable MaskState state) {
        Box box = new Box(x * WIDTH - side / 2, y * HEIGHT - side / 2, side, side);
        Track before = tracks.get(person);
        Duration first = before == null ? now : before.firstSeen();
        int looks = before == null ? 2 : before.looks() + 1;
        tracks.put(person, new Track(new TrackId(person), box, vote(state), looks, first, now));
        return this;
    }

    /** With a face of 40 px and a mask. */
    Walk to(long person, double x, double y) {
        return to(person, x, y, 40, MaskState.WITH_MASK);
    }

    private static Vote vote(@Nullable MaskState state) {
        if (state == null) {
            return Vote.NONE;
        }
        return switch (state) {
            case WITH_MASK -> new Vote(new MaskPrediction(1, 0, 0), true);
            case WITHOUT_MASK -> new Vote(new MaskPrediction(0, 1, 0), true);
            case WORN_INCORRECTLY -> new Vote(new MaskPrediction(0, 0, 1), true);
        };
    }

    Walk gone(long person) {
        tracks.remove(person);
        return this;
    }

    /** The frame is over; whoever is not led in the next one is not seen in it. */
    List<Event> frame() {
        List<Event> told = watch.update(
                new TrackedFrame(List.of(), List.copyOf(tracks.values()), List.of()),
                new FrameMoment(START.plus(now), now, WIDTH, HEIGHT));
        events.addAll(told);
        now = now.plus(step);
        return told;
    }

    /** One frame for each place of one person, and one in which the person is gone. */
    Walk way(long person, double... coordinates) {
        for (int i = 0; i < coordinates.length; i += 2) {
            to(person, coordinates[i], coordinates[i + 1]).frame();
        }
        gone(person).frame();
        return this;
    }

    /** What was told in short, such as {@code line_passed door in with_mask}. */
    List<String> story() {
        return told(events);
    }

    static List<String> told(List<Event> events) {
        return events.stream()
                .map(Event::row)
                .map(row -> row.kind().id() + " " + row.track()
                        + (row.place() == null ? "" : " " + row.place())
                        + (row.direction() == null ? "" : " " + row.direction().id())
                        + (row.state() == null ? "" : " " + row.state().id()))
                .map(line -> line.replaceAll("0{15}", ""))
                .collect(Collectors.toList());
    }
}
