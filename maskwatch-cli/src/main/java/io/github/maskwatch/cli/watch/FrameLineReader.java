package io.github.maskwatch.cli.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.message.OneLine;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that {@link EventLog} writes: of each frame its time, who came, changed or left, and what happened in zones and at lines; the
 * faces are passed over. One thread at a time.
 */
public final class FrameLineReader {
    /** Of whom it knows when they came, so that it can tell how long they stayed. */
    private static final int MOST_PEOPLE = 10_000;

    private static final String LEFT = "left";

    private static final JsonFactory JSON = new JsonFactory();

    private final RandomGenerator ids;
    private final Map<TrackId, Instant> came = new LinkedHashMap<>();

    /**
     * @param ids where the events' names come from
     */
    public FrameLineReader(RandomGenerator ids) {
        this.ids = ids;
    }

    /**
     * A frame.
     *
     * @param time when it was read
     * @param events what happened with it
     */
    public record Changes(Instant time, List<Event> events) {
        public Changes {
            events = List.copyOf(events);
        }
    }

    private static final class Fields {
        private @Nullable String camera;
        private @Nullable String time;
        private final List<EventLine.ChangeLine> changes = new ArrayList<>();
        private final List<Map<String, String>> places = new ArrayList<>();
    }

    /**
     * Reads a line.
     *
     * @return null if it is not about a frame
     * @throws IllegalArgumentException if it is no JSON, or about a frame but not as Maskwatch writes them; the message is one line
     */
    public @Nullable Changes read(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            Fields fields = fields(parser);
            return fields == null ? null : changes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + OneLine.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    /** Null where the line is of another kind, which the first fields tell. */
    private static @Nullable Fields fields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("wanted an object in braces");
        }
        Fields fields = new Fields();
        boolean frame = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "kind" -> {
                    return null;
                }
                case "frame" -> frame = true;
                case "camera" -> fields.camera = parser.getText();
                case "time" -> fields.time = parser.getText();
                case "changes" -> objects(name, parser, value).forEach(each -> fields.changes.add(change(each)));
                case "places" -> fields.places.addAll(objects(name, parser, value));
                default -> parser.skipChildren();
            }
        }
        return frame ? fields : null;
    }

    private static List<Map<String, String>> objects(String field, JsonParser parser, JsonToken value)
            throws IOException {
        if (value != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException(field + " must be a list");
        }
        List<Map<String, String>> objects = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
                parser.skipChildren();
            }
            objects.add(fields);
        }
        return objects;
    }

    private static EventLine.ChangeLine change(Map<String, String> fields) {
        return new EventLine.ChangeLine(
                need("track", fields.get("track")),
                need("change", fields.get("change")),
                fields.get("from"),
                fields.get("to"));
    }

    private Changes changes(Fields fields) {
        Instant time = time(need("time", fields.time));
        if (fields.changes.isEmpty() && fields.places.isEmpty()) {
            return new Changes(time, List.of());
        }
        CameraId camera = new CameraId(need("camera", fields.camera));
        List<Event> coming = new ArrayList<>();
        List<Event> leaving = new ArrayList<>();
        for (EventLine.ChangeLine change : fields.changes) {
            (change.change().equals(LEFT) ? leaving : coming).add(event(change, camera, time));
        }
        // Whoever leaves is out of the zones first.
        fields.places.forEach(place -> coming.add(event(place, camera, time)));
        coming.addAll(leaving);
        return new Changes(time, coming);
    }

    private Event event(Map<String, String> place, CameraId camera, Instant time) {
        String direction = place.get("direction");
        String stayed = place.get("stayed_s");
        return new EventRow(
                        EventId.random(time, ids),
                        EventKind.of(need("event", place.get("event"))),
                        time,
                        camera,
                        TrackId.parse(need("track", place.get("track"))),
                        need("place", place.get("place")),
                        direction == null ? null : Direction.of(direction),
                        null,
                        state(place.get("state")),
                        stayed == null ? null : Duration.ofMillis(Math.round(1000 * Double.parseDouble(stayed))),
                        null,
                        null)
                .event();
    }

    private Event event(EventLine.ChangeLine change, CameraId camera, Instant time) {
        EventId id = EventId.random(time, ids);
        TrackId track = TrackId.parse(change.track());
        return switch (change.change()) {
            case "appeared" -> {
                remember(track, time);
                yield new PersonAppeared(id, time, camera, track);
            }
            case "state" -> new StateChanged(id, time, camera, track, state(change.from()), state(change.to()));
            case LEFT -> new PersonLeft(id, time, camera, track, state(change.from()), stayed(track, time));
            default ->
                throw new IllegalArgumentException(
                        "a change must be appeared, state or left, got \"" + change.change() + "\"");
        };
    }

    private void remember(TrackId track, Instant time) {
        came.put(track, time);
        if (came.size() > MOST_PEOPLE) {
            came.remove(came.keySet().iterator().next());
        }
    }

    private Duration stayed(TrackId track, Instant time) {
        Instant since = came.remove(track);
        return since == null || since.isAfter(time) ? Duration.ZERO : Duration.between(since, time);
    }

    private static @Nullable MaskState state(@Nullable String id) {
        return id == null || id.equals(Verdict.CANNOT_TELL.id()) ? null : MaskState.of(id);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time must be ISO 8601 in UTC, got \"" + text + "\"", e);
        }
    }

    private static String need(String field, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a frame's line needs a field \"" + field + "\"");
        }
        return value;
    }
}
