package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about the service itself that whoever reads the record later must know, such as its start, its end, or that pictures are
 * stored with faces to be seen.
 *
 * @param name what, such as {@code started}, {@code stopped}, {@code raw_pictures}
 * @param text one line for people; may be empty
 */
public record ServiceNoted(EventId id, Instant time, String name, String text) implements Event {
    @Override
    public @Nullable CameraId camera() {
        return null;
    }

    @Override
    public EventKind kind() {
        return EventKind.SERVICE;
    }

    @Override
    public EventRow row() {
        return EventRow.of(this).name(name).text(text);
    }
}
