package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left a zone, or was in it when last seen.
 *
 * @param state what was said of the mask then; null: cannot tell
 * @param stayed in the zone
 */
public record ZoneLeft(
        EventId id,
        Instant time,
        CameraId camera,
        TrackId track,
        String zone,
        @Nullable MaskState state,
        Duration stayed)
        implements Event {
    @Override
    public EventKind kind() {
        return EventKind.ZONE_LEFT;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track).place(zone).state(state).stayed(stayed);
    }
}
