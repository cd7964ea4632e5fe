package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a row of a table: the form for databases, CSV, Parquet and JSON. {@link #event} gives the event back, without loss.
 *
 * @param track whom it is about
 * @param place a zone's or a line's name
 * @param direction of a line that was crossed
 * @param from the state before a change; null: cannot tell, or of no use for this kind
 * @param state null: cannot tell, or of no use for this kind
 * @param stayed how long somebody was there, or people were counted
 * @param name of an alarm its rule, of a camera {@code online} or {@code lost}, of the service what it notes
 * @param text for people; of {@link PeopleCounted} the counts
 */
public record EventRow(
        EventId id,
        EventKind kind,
        Instant time,
        @Nullable CameraId camera,
        @Nullable TrackId track,
        @Nullable String place,
        @Nullable Direction direction,
        @Nullable MaskState from,
        @Nullable MaskState state,
        @Nullable Duration stayed,
        @Nullable String name,
        @Nullable String text) {

    static EventRow of(Event event) {
        return new EventRow(
                event.id(), event.kind(), event.time(), event.camera(), null, null, null, null, null, null, null, null);
    }

    EventRow track(@Nullable TrackId value) {
        return new EventRow(id, kind, time, camera, value, place, direction, from, state, stayed, name, text);
    }

    EventRow place(@Nullable String value) {
        return new EventRow(id, kind, time, camera, track, value, direction, from, state, stayed, name, text);
    }

    EventRow direction(Direction value) {
        return new EventRow(id, kind, time, camera, track, place, value, from, state, stayed, name, text);
    }

    EventRow from(@Nullable MaskState value) {
        return new EventRow(id, kind, time, camera, track, place, direction, value, state, stayed, name, text);
    }

    EventRow state(@Nullable MaskState value) {
        return new EventRow(id, kind, time, camera, track, place, direction, from, value, stayed, name, text);
    }

    EventRow stayed(Duration value) {
        return new EventRow(id, kind, time, camera, track, place, direction, from, state, value, name, text);
    }

    EventRow name(String value) {
        return new EventRow(id, kind, time, camera, track, place, direction, from, state, stayed, value, text);
    }

    EventRow text(String value) {
        return new EventRow(id, kind, time, camera, track, place, direction, from, state, stayed, name, value);
    }

    /**
     * The event of this row.
     *
     * @throws IllegalArgumentException if a field is missing that this kind needs
     */
    public Event event() {
        return switch (kind) {
            case APPEARED -> new PersonAppeared(id, time, need("camera", camera), need("track", track));
            case STATE -> new StateChanged(id, time, need("camera", camera), need("track", track), from, state);
            case LEFT ->
                new PersonLeft(id, time, need("camera", camera), need("track", track), state, need("stayed", stayed));
            case ZONE_ENTERED ->
                new ZoneEntered(id, time, need("camera", camera), need("track", track), need("place", place), state);
            case ZONE_LEFT ->
                new ZoneLeft(
                        id,
                        time,
                        need("camera", camera),
                        need("track", track),
                        need("place", place),
                        state,
                        need("stayed", stayed));
            case LINE_PASSED ->
                new LinePassed(
                        id,
                        time,
                        need("camera", camera),
                        need("track", track),
                        need("place", place),
                        need("direction", direction),
                        state);
            case COUNTED ->
                PeopleCounted.of(id, time, need("camera", camera), need("stayed", stayed), need("text", text));
            case ALARM ->
                new AlarmRaised(id, time, camera, need("name", name), track, place, state, need("text", text));
            case CAMERA ->
                new CameraStatusChanged(
                        id, time, need("camera", camera), online(need("name", name)), need("text", text));
            case SERVICE -> new ServiceNoted(id, time, need("name", name), need("text", text));
        };
    }

    private <T> T need(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "an event of kind " + kind.id() + " needs a " + field + ", got none (event " + id + ")");
        }
        return value;
    }

    private static boolean online(String status) {
        return switch (status) {
            case "online" -> true;
            case "lost" -> false;
            default ->
                throw new IllegalArgumentException("a camera's status must be online or lost, got \"" + status + "\"");
        };
    }
}
