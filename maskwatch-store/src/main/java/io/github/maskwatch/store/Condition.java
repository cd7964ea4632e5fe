package io.github.maskwatch.store;

import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.image.CameraId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A query as what follows {@code from event}, and its values. */
final class Condition {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Condition(EventQuery query) {
        if (query.from() != null) {
            add("time_ns >= ?", EpochNanos.clamped(query.from()));
        }
        if (query.to() != null) {
            add("time_ns < ?", EpochNanos.clamped(query.to()));
        }
        oneOf("camera", query.cameras().stream().map(CameraId::name).toList());
        oneOf("kind", query.kinds().stream().map(EventKind::id).toList());
    }

    private void add(String part, Object value) {
        parts.add(part);
        values.add(value);
    }

    private void oneOf(String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            parts.add(column + " in (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")");
            values.addAll(wanted);
        }
    }

    String where() {
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
