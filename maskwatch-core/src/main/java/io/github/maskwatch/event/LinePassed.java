package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody crossed a line. A person counts once per line and direction.
 *
 * @param state what was said of the mask then; null: cannot tell
 */
public record LinePassed(
        EventId id,
        Instant time,
        CameraId camera,
        TrackId track,
        String line,
        Direction direction,
        @Nullable MaskState state)
        implements Event {
    @Override
    public EventKind kind() {
        return EventKind.LINE_PASSED;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track).place(line).direction(direction).state(state);
    }
}
