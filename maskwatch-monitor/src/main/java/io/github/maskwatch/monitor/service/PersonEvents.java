package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackChange;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who came, changed and left, as the tracker tells it; no zones and no lines. */
public final class PersonEvents implements CameraEvents {
    private final CameraId camera;
    private final RandomGenerator random;
    private final Map<TrackId, Track> people = new LinkedHashMap<>();

    /** @param random for the events' ids */
    public PersonEvents(CameraId camera, RandomGenerator random) {
        this.camera = camera;
        this.random = random;
    }

    @Override
    public List<Event> update(CameraFrame frame) {
        List<Event> events = new ArrayList<>();
        for (TrackChange change : frame.tracked().changes()) {
            events.add(event(change, frame.time()));
        }
        frame.tracked().tracks().forEach(track -> people.put(track.id(), track));
        return events;
    }

    private Event event(TrackChange change, Instant time) {
        EventId id = EventId.random(time, random);
        return switch (change.kind()) {
            case APPEARED -> new PersonAppeared(id, time, camera, change.track());
            case STATE -> new StateChanged(id, time, camera, change.track(), change.from(), change.to());
            case LEFT ->
                new PersonLeft(id, time, camera, change.track(), change.from(), stayed(people.remove(change.track())));
        };
    }

    private static Duration stayed(@Nullable Track track) {
        return track == null ? Duration.ZERO : track.lastSeen().minus(track.firstSeen());
    }

    @Override
    public List<Event> end(Instant time) {
        List<Event> events = new ArrayList<>();
        for (Track track : people.values()) {
            EventId id = EventId.random(time, random);
            events.add(new PersonLeft(id, time, camera, track.id(), track.vote().state(), stayed(track)));
        }
        people.clear();
        return events;
    }
}
