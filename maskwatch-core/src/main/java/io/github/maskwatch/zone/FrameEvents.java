package io.github.maskwatch.zone;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The events of one frame in the making. */
final class FrameEvents {
    private final Instant time;
    private final List<Function<EventId, Event>> events = new ArrayList<>();

    FrameEvents(Instant time) {
        this.time = time;
    }

    Instant time() {
        return time;
    }

    void add(Function<EventId, Event> event) {
        events.add(event);
    }

    /** In the order in which they were added. Their ids rise, so that who sorts them by time and id has them in this order again. */
    List<Event> named(RandomGenerator random) {
        List<EventId> ids = Stream.generate(() -> EventId.random(time, random))
                .limit(events.size())
                .sorted()
                .toList();
        List<Event> named = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            named.add(events.get(i).apply(ids.get(i)));
        }
        return List.copyOf(named);
    }
}
