package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.monitor.service.CameraEvents;
import io.github.maskwatch.zone.FrameMoment;
import io.github.maskwatch.zone.Occupancy;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the zones and lines before one camera, and tells who is there whenever that changed. Outside of the camera's hours nobody is
 * there: who stays has left when they end, and appears when they begin. One thread at a time.
 */
final class PlaceEvents implements CameraEvents {
    private final PlaceWatch watch;
    private final Consumer<Occupancy> changed;
    private final CameraId camera;
    private final PlaceConfig place;
    private final Predicate<Instant> hours;
    private final @Nullable AlarmPictures pictures;
    private boolean on = true;
    private Occupancy last = new Occupancy(List.of());

    /**
     * @param hours whether people are recorded at that time
     * @param changed told who is there
     * @param pictures told of each frame; null: no picture is kept
     */
    PlaceEvents(
            CameraId camera,
            PlaceConfig place,
            Predicate<Instant> hours,
            RandomGenerator random,
            Consumer<Occupancy> changed,
            @Nullable AlarmPictures pictures) {
        this.camera = camera;
        this.place = place;
        this.hours = hours;
        this.pictures = pictures;
        this.watch = new PlaceWatch(camera, place, random);
        this.changed = changed;
    }

    @Override
    public List<Event> update(CameraFrame frame) {
        boolean was = on;
        on = hours.test(frame.time());
        if (!on) {
            return was ? end(frame.time()) : List.of();
        }
        List<Event> events = watch.update(frame.tracked(), FrameMoment.of(frame.frame(), frame.time()));
        if (pictures != null) {
            pictures.seen(frame, Places.of(place, watch));
        }
        return told(events);
    }

    @Override
    public List<Event> end(Instant time) {
        if (pictures != null) {
            pictures.lost(camera);
        }
        return told(watch.end(time));
    }

    private List<Event> told(List<Event> events) {
        Occupancy now = watch.occupancy();
        if (!now.equals(last)) {
            last = now;
            changed.accept(now);
        }
        return events;
    }
}
