package io.github.maskwatch.monitor.live;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.zone.FrameMoment;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The zones and lines of one run: who is there and who passed, as the monitor counts it. One thread at a time. */
final class LivePlaces {
    private final PlaceConfig config;
    private final PlaceWatch watch;
    private Places now;

    /** @param random for the events' ids */
    LivePlaces(CameraId camera, PlaceConfig config, RandomGenerator random) {
        this.config = config;
        watch = new PlaceWatch(camera, config, random);
        now = Places.uncounted(config);
    }

    /**
     * What happened with the next frame.
     *
     * @param tracked null: nobody is followed, and so nobody is counted
     * @param time when the frame was read
     */
    List<Event> update(@Nullable TrackedFrame tracked, Frame frame, Instant time) {
        if (tracked == null) {
            return List.of();
        }
        List<Event> events = watch.update(tracked, FrameMoment.of(frame, time));
        now = Places.of(config, watch);
        return events;
    }

    /** To be drawn. */
    Places now() {
        return now;
    }
}
