package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param from the first moment; null: from the beginning
 * @param to the first moment that is no longer wanted; null: to the end
 * @param cameras empty: all, and what concerns no camera
 * @param kinds empty: all
 */
public record EventQuery(@Nullable Instant from, @Nullable Instant to, Set<CameraId> cameras, Set<EventKind> kinds) {

    public static final EventQuery ALL = new EventQuery(null, null, Set.of(), Set.of());

    public EventQuery {
        cameras = Set.copyOf(cameras);
        kinds = Set.copyOf(kinds);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not lie before from, got " + from + " to " + to);
        }
    }
}
