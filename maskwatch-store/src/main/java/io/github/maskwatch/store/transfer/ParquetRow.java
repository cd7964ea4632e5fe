package io.github.maskwatch.store.transfer;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ValueWriter;
import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.store.EpochNanos;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** A row of a Parquet file: the columns of an event, the time as nanoseconds. */
final class ParquetRow {
    static final MessageType SCHEMA = schema();

    private final Map<String, Object> values = new HashMap<>();

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        schema.required(BINARY).as(LogicalTypeAnnotation.stringType()).named("id");
        schema.required(BINARY).as(LogicalTypeAnnotation.stringType()).named("kind");
        schema.required(INT64)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.NANOS))
                .named("time");
        for (String name : new String[] {"camera", "track", "place", "direction", "from", "state"}) {
            schema.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
        }
        schema.optional(INT64).named("stayed_ns");
        schema.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("name");
        schema.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("text");
        return schema.named("event");
    }

    /** What keeps a file's schema from being read as events; null: nothing. Other programs may have made required columns optional. */
    static @Nullable String mismatch(MessageType found) {
        for (Type wanted : SCHEMA.getFields()) {
            if (!found.containsField(wanted.getName())) {
                return "there is no column " + wanted.getName();
            }
            Type there = found.getType(wanted.getName());
            boolean same = there.isPrimitive()
                    && there.asPrimitiveType().getPrimitiveTypeName()
                            == wanted.asPrimitiveType().getPrimitiveTypeName()
                    && !there.isRepetition(Type.Repetition.REPEATED);
            if (!same || (wanted.getName().equals("time") && !isNanos(there))) {
                return "the column " + wanted.getName() + " must be " + wanted + ", got " + there;
            }
        }
        return null;
    }

    private static boolean isNanos(Type type) {
        return type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation time
                && time.getUnit() == TimeUnit.NANOS;
    }

    static void write(Event event, ValueWriter out) {
        EventRow row = event.row();
        out.write("id", row.id().toString());
        out.write("kind", row.kind().id());
        out.write("time", EpochNanos.of(row.time()));
        write(out, "camera", row.camera(), CameraId::name);
        write(out, "track", row.track(), TrackId::toString);
        write(out, "place", row.place(), text -> text);
        write(out, "direction", row.direction(), Direction::id);
        write(out, "from", row.from(), MaskState::id);
        write(out, "state", row.state(), MaskState::id);
        write(out, "stayed_ns", row.stayed(), EpochNanos::of);
        write(out, "name", row.name(), text -> text);
        write(out, "text", row.text(), text -> text);
    }

    private static <T> void write(ValueWriter out, String name, @Nullable T value, Function<T, Object> form) {
        if (value != null) {
            out.write(name, form.apply(value));
        }
    }

    /** @throws IllegalArgumentException if it is no event */
    Event event() {
        return new EventRow(
                        EventId.parse(need("id")),
                        EventKind.of(need("kind")),
                        EpochNanos.time(time()),
                        value("camera", CameraId::new),
                        value("track", TrackId::parse),
                        value("place", text -> text),
                        value("direction", Direction::of),
                        value("from", MaskState::of),
                        value("state", MaskState::of),
                        values.get("stayed_ns") instanceof Long nanos ? Duration.ofNanos(nanos) : null,
                        value("name", text -> text),
                        value("text", text -> text))
                .event();
    }

    private long time() {
        if (values.get("time") instanceof Long nanos) {
            return nanos;
        }
        throw new IllegalArgumentException("an event needs its time, got none");
    }

    private String need(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an event needs its " + name + ", got none");
    }

    private <T> @Nullable T value(String name, Function<String, T> form) {
        return values.get(name) instanceof String text ? form.apply(text) : null;
    }

    /** How the library fills a row. */
    static final class Hydration implements Hydrator<ParquetRow, ParquetRow, String[]> {
        @Override
        public ParquetRow start() {
            return new ParquetRow();
        }

        @Override
        public ParquetRow add(ParquetRow row, String[] path, @Nullable Object value) {
            if (value != null) {
                row.values.put(path[0], value);
            }
            return row;
        }

        @Override
        public ParquetRow finish(ParquetRow row) {
            return row;
        }
    }
}
