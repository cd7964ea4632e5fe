package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.SourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Whether a camera delivers, as events: one when it begins to, one when it ceases, none for each try. One thread at a time. */
final class CameraRecord {
    private final CameraId camera;
    private final RandomGenerator random;
    /** Null: nothing was told yet. */
    private @Nullable Boolean online;

    CameraRecord(CameraId camera, RandomGenerator random) {
        this.camera = camera;
        this.random = random;
    }

    List<Event> update(SourceStatus status, Instant time) {
        return switch (status.phase()) {
            case CONNECTED -> tell(true, "", time);
            case SILENT, RECONNECTING, GIVEN_UP, ENDED -> tell(false, reason(status), time);
            case OPENING -> List.of();
        };
    }

    private static String reason(SourceStatus status) {
        return status.reason().isEmpty() ? status.sentence() : status.reason();
    }

    private List<Event> tell(boolean now, String text, Instant time) {
        if (online != null && online == now) {
            return List.of();
        }
        online = now;
        return List.of(new CameraStatusChanged(EventId.random(time, random), time, camera, now, text));
    }
}
