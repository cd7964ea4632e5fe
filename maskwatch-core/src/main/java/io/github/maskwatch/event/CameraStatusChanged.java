package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import java.time.Instant;

/**
 * A camera began to deliver frames, or ceased to.
 *
 * @param online whether it delivers
 * @param text why it does not, one line without credentials; empty where it does
 */
public record CameraStatusChanged(EventId id, Instant time, CameraId camera, boolean online, String text)
        implements Event {
    @Override
    public EventKind kind() {
        return EventKind.CAMERA;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).name(online ? "online" : "lost").text(text);
    }
}
