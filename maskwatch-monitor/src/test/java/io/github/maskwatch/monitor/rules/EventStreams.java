package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People who come, put masks on and off, walk in and out of a zone, and leave, by chance; times are tenths of a second. */
final class EventStreams {
    static final String ZONE = "mat";
    private static final List<MaskState> STATES = List.of(MaskState.values());
    private static final List<CameraId> CAMERAS = List.of(new CameraId("door"), new CameraId("hall"));

    private EventStreams() {}

    /** So many events in order; those of the same person at the same camera, as a tracker tells them. */
    static List<Event> random(long seed, int count) {
        Random random = new Random(seed);
        Crowd crowd = new Crowd(random);
        List<Event> events = new ArrayList<>();
        long tenths = 0;
        while (events.size() < count) {
            tenths += random.nextInt(4) == 0 ? 0 : random.nextInt(30);
            events.add(crowd.step(Door.START.plusMillis(tenths * 100)));
        }
        return events;
    }

    private static final class Crowd {
        private final Random random;
        private final Map<TrackId, CameraId> people = new HashMap<>();
        private final Map<TrackId, @Nullable MaskState> states = new HashMap<>();
        private final Set<TrackId> inZone = new HashSet<>();
        private long named;

        Crowd(Random random) {
            this.random = random;
        }

        Event step(Instant time) {
            EventId id = EventId.random(time, random);
            if (people.isEmpty() || (people.size() < 6 && random.nextInt(4) == 0)) {
                TrackId track = new TrackId(++named);
                CameraId camera = CAMERAS.get(random.nextInt(CAMERAS.size()));
                people.put(track, camera);
                return new PersonAppeared(id, time, camera, track);
            }
            List<TrackId> tracks = people.keySet().stream()
                    .sorted((a, b) -> Long.compare(a.value(), b.value()))
                    .toList();
            return step(id, time, tracks.get(random.nextInt(tracks.size())));
        }

        private Event step(EventId id, Instant time, TrackId track) {
            CameraId camera = Objects.requireNonNull(people.get(track));
            MaskState state = states.get(track);
            if (random.nextInt(6) == 0) {
                people.remove(track);
                states.remove(track);
                inZone.remove(track);
                return new PersonLeft(id, time, camera, track, state, Duration.ofSeconds(1));
            }
            if (random.nextInt(3) == 0) {
                return inZone.remove(track)
                        ? new ZoneLeft(id, time, camera, track, ZONE, state, Duration.ofSeconds(1))
                        : entered(id, time, camera, track, state);
            }
            MaskState next = random.nextInt(4) == 0 ? null : STATES.get(random.nextInt(STATES.size()));
            states.put(track, next);
            return new StateChanged(id, time, camera, track, state, next);
        }

        private Event entered(EventId id, Instant time, CameraId camera, TrackId track, @Nullable MaskState state) {
            inZone.add(track);
            return new ZoneEntered(id, time, camera, track, ZONE, state);
        }
    }
}
