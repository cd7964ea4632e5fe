package io.github.maskwatch.monitor.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as one line of JSON, and back without loss: {@code {"id":…,"kind":"left","time":"2026-11-25T08:30:00.25Z","camera":"door",
 * "track":"00c0ffee00c0ffee","state":"with_mask","stayed_s":4.2}}. A field that an event does not have is absent; a state that is absent is
 * "cannot tell". Thread-safe.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Line.class);
    private static final ObjectReader READER = MAPPER.readerFor(Line.class);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "id",
        "kind",
        "time",
        "camera",
        "track",
        "place",
        "direction",
        "from",
        "state",
        "stayed_s",
        "name",
        "text"
    })
    record Line(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String time,
            @Nullable String camera,
            @Nullable String track,
            @Nullable String place,
            @Nullable String direction,
            @Nullable String from,
            @Nullable String state,
            @JsonProperty("stayed_s") @Nullable BigDecimal stayedSeconds,
            @Nullable String name,
            @Nullable String text) {}

    private EventJson() {}

    /** The line, without a line break. */
    public static String write(Event event) {
        EventRow row = event.row();
        try {
            return WRITER.writeValueAsString(new Line(
                    row.id().toString(),
                    row.kind().id(),
                    row.time().toString(),
                    row.camera() == null ? null : row.camera().name(),
                    row.track() == null ? null : row.track().toString(),
                    row.place(),
                    row.direction() == null ? null : row.direction().id(),
                    row.from() == null ? null : row.from().id(),
                    row.state() == null ? null : row.state().id(),
                    row.stayed() == null ? null : seconds(row.stayed()),
                    row.name(),
                    row.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of plain fields must become JSON", e);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no event; the message is one line
     */
    public static Event read(String line) {
        Line fields = parse(line);
        try {
            return new EventRow(
                            EventId.parse(need("id", fields.id())),
                            EventKind.of(need("kind", fields.kind())),
                            Instant.parse(need("time", fields.time())),
                            fields.camera() == null ? null : new CameraId(fields.camera()),
                            fields.track() == null ? null : TrackId.parse(fields.track()),
                            fields.place(),
                            fields.direction() == null ? null : Direction.of(fields.direction()),
                            fields.from() == null ? null : MaskState.of(fields.from()),
                            fields.state() == null ? null : MaskState.of(fields.state()),
                            fields.stayedSeconds() == null ? null : duration(fields.stayedSeconds()),
                            fields.name(),
                            fields.text())
                    .event();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not an event: " + e.getMessage(), e);
        }
    }

    private static Line parse(String line) {
        try {
            Line fields = READER.readValue(line);
            if (fields != null) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event in JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not an event in JSON: null");
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal value = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofSeconds(0, seconds.movePointRight(9).longValueExact());
    }

    private static String need(String field, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("an event needs a field \"" + field + "\"");
        }
        return value;
    }
}
