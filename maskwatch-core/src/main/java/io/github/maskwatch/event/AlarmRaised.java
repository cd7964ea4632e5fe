package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule found what it was to look for.
 *
 * @param camera null: of several
 * @param rule its name
 * @param track whom it is about; null: several people, or nobody
 * @param zone where; null: anywhere
 * @param state null: of several
 * @param text one line for people
 */
public record AlarmRaised(
        EventId id,
        Instant time,
        @Nullable CameraId camera,
        String rule,
        @Nullable TrackId track,
        @Nullable String zone,
        @Nullable MaskState state,
        String text)
        implements Event {
    @Override
    public EventKind kind() {
        return EventKind.ALARM;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this)
                .name(rule)
                .track(track)
                .place(zone)
                .state(state)
                .text(text);
    }
}
