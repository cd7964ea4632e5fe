package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of somebody's mask is another thing than before.
 *
 * @param from null: cannot tell
 * @param to null: cannot tell
 */
public record StateChanged(
        EventId id,
        Instant time,
        CameraId camera,
        TrackId track,
        @Nullable MaskState from,
        @Nullable MaskState to) implements Event {
    @Override
    public EventKind kind() {
        return EventKind.STATE;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track).from(from).state(to);
    }
}
