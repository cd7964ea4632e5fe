package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is gone. There is one for each that came, so that these count passages.
 *
 * @param state what was said of the mask in the end; null: could never, or no longer, tell
 * @param stayed from the first look to the last
 */
public record PersonLeft(
        EventId id,
        Instant time,
        CameraId camera,
        TrackId track,
        @Nullable MaskState state,
        Duration stayed) implements Event {
    @Override
    public EventKind kind() {
        return EventKind.LEFT;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track).state(state).stayed(stayed);
    }
}
