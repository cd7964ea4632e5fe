package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came into a zone.
 *
 * @param state what was said of the mask then; null: cannot tell yet
 */
public record ZoneEntered(
        EventId id,
        Instant time,
        CameraId camera,
        TrackId track,
        String zone,
        @Nullable MaskState state) implements Event {
    @Override
    public EventKind kind() {
        return EventKind.ZONE_ENTERED;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).track(track).place(zone).state(state);
    }
}
