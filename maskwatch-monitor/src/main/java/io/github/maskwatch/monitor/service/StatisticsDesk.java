package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link StatisticsOnly} for all cameras of a service. Thread-safe. */
final class StatisticsDesk {
    private final Map<CameraId, StatisticsOnly> cameras = new LinkedHashMap<>();
    private final MonitorListener listener;

    StatisticsDesk(List<CameraId> ids, StatisticsConfig config, MonitorListener listener, Instant start) {
        this.listener = listener;
        ids.forEach(id -> cameras.put(id, new StatisticsOnly(id, config, start)));
    }

    /** Takes what may be counted from a camera's events; they go no further. */
    synchronized void count(CameraId camera, List<Event> events) {
        StatisticsOnly counts = cameras.get(camera);
        for (Event event : events) {
            if (counts != null && event instanceof PersonLeft left) {
                counts.moveTo(left.time()).ifPresent(listener::counted);
                counts.left(left.state());
            }
        }
    }

    synchronized void moveTo(Instant now) {
        cameras.values().forEach(counts -> counts.moveTo(now).ifPresent(listener::counted));
    }
}
