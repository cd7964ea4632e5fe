package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;

/**
 * Somebody came before a camera: the face was seen for the second time.
 */
public record PersonAppeared(EventId id, Instant time, CameraId camera, TrackId track) implements Event {
    @Override
    public EventKind kind() {
        return EventKind.APPEARED;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track);
    }
}
