package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** {@link StatisticsOnly} for all cameras of a service: people's events go in, counts come out. Thread-safe. */
final class StatisticsDesk {
    private final Map<CameraId, StatisticsOnly> cameras = new LinkedHashMap<>();
    private final Consumer<Event> record;
    private final RandomGenerator random;

    /** @param record where counts go */
    StatisticsDesk(
            List<CameraId> ids,
            StatisticsConfig config,
            Instant start,
            Consumer<Event> record,
            RandomGenerator random) {
        this.record = record;
        this.random = random;
        ids.forEach(id -> cameras.put(id, new StatisticsOnly(id, config, start)));
    }

    /** Takes what may be counted from a camera's events; they go no further. */
    synchronized void count(CameraId camera, List<Event> events) {
        StatisticsOnly counts = cameras.get(camera);
        for (Event event : events) {
            if (counts != null && event instanceof PersonLeft left) {
                tell(counts, left.time());
                counts.left(left.state());
            }
        }
    }

    synchronized void moveTo(Instant now) {
        cameras.values().forEach(counts -> tell(counts, now));
    }

    /** The id tells the window's end, too, and not when somebody passed. */
    private void tell(StatisticsOnly counts, Instant now) {
        counts.moveTo(now).ifPresent(window -> record.accept(window.event(EventId.random(window.to(), random))));
    }
}
