package io.github.maskwatch.store;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code event}: rows in, rows out. */
final class EventTable {
    static final String COLUMNS =
            "id, kind, time_ns, camera, track, place, direction, from_state, state, stayed_ns, name, text";
    private static final String INSERT = "insert into event (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing";

    private final Database database;

    EventTable(Database database) {
        this.database = database;
    }

    /** Per event, whether it is new. */
    boolean[] insert(Connection connection, List<Event> events) throws SQLException {
        boolean[] isNew = new boolean[events.size()];
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Event event : events) {
                bind(statement, event.row());
                statement.addBatch();
            }
            int[] counts = events.isEmpty() ? new int[0] : statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                isNew[i] = counts[i] == 1;
            }
        }
        return isNew;
    }

    private void bind(PreparedStatement statement, EventRow row) throws SQLException {
        database.bind(statement, 1, row.id().value());
        statement.setString(2, row.kind().id());
        statement.setLong(3, EpochNanos.of(row.time()));
        CameraId camera = row.camera();
        statement.setString(4, camera == null ? null : WrittenText.of(camera.name()));
        TrackId track = row.track();
        bind(statement, 5, track == null ? null : track.value());
        statement.setString(6, WrittenText.of(row.place()));
        Direction direction = row.direction();
        statement.setString(7, direction == null ? null : direction.id());
        statement.setString(8, id(row.from()));
        statement.setString(9, id(row.state()));
        Duration stayed = row.stayed();
        bind(statement, 10, stayed == null ? null : EpochNanos.of(stayed));
        statement.setString(11, WrittenText.of(row.name()));
        statement.setString(12, WrittenText.of(row.text()));
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    private static @Nullable String id(@Nullable MaskState state) {
        return state == null ? null : state.id();
    }

    /** The event of the row at hand. */
    Event event(ResultSet row) throws SQLException, IOException {
        EventId id = new EventId(database.id(row, "id"));
        try {
            return row(id, row).event();
        } catch (IllegalArgumentException e) {
            throw new IOException("the event store has a row that is no event: " + e.getMessage(), e);
        }
    }

    private static EventRow row(EventId id, ResultSet row) throws SQLException {
        String camera = row.getString("camera");
        Long track = number(row, "track");
        String direction = row.getString("direction");
        Long stayed = number(row, "stayed_ns");
        return new EventRow(
                id,
                EventKind.of(row.getString("kind")),
                EpochNanos.time(row.getLong("time_ns")),
                camera == null ? null : new CameraId(camera),
                track == null ? null : new TrackId(track),
                row.getString("place"),
                direction == null ? null : Direction.of(direction),
                state(row.getString("from_state")),
                state(row.getString("state")),
                stayed == null ? null : Duration.ofNanos(stayed),
                row.getString("name"),
                row.getString("text"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable MaskState state(@Nullable String id) {
        return id == null ? null : MaskState.of(id);
    }
}
