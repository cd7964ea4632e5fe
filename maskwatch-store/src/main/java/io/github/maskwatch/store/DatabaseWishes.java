package io.github.maskwatch.store;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table {@code wish}. Thread-safe. */
final class DatabaseWishes implements Wishes {
    private static final String INSERT =
            "insert into wish (id, made_ns, name, text) values (?, ?, ?, ?) on conflict (id) do nothing";
    private static final String OPEN = "select id, made_ns, name, text from wish order by made_ns, id limit ?";

    private final Connections connections;
    private final Database database;

    DatabaseWishes(Connections connections, Database database) {
        this.connections = connections;
        this.database = database;
    }

    @Override
    public void make(Wish wish) throws IOException {
        connections.write("write to", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                database.bind(statement, 1, wish.id().value());
                statement.setLong(2, EpochNanos.clamped(wish.made()));
                statement.setString(3, WrittenText.of(wish.name()));
                statement.setString(4, WrittenText.of(wish.text()));
                return statement.executeUpdate();
            }
        });
    }

    /** By the connection that writes: it is asked every second, and a new one for each time would cost a server more than the answer. */
    @Override
    public List<Wish> open(int most) throws IOException {
        return connections.write("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
                statement.setInt(1, most);
                return wishes(statement);
            }
        });
    }

    private List<Wish> wishes(PreparedStatement statement) throws SQLException {
        List<Wish> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Wish(
                        new EventId(database.id(row, "id")),
                        EpochNanos.time(row.getLong("made_ns")),
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("text"))));
            }
        }
        return found;
    }

    /** In the transaction that writes the notes. */
    void fulfil(Connection connection, List<Event> events) throws SQLException {
        List<Event> notes =
                events.stream().filter(event -> event instanceof ServiceNoted).toList();
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from wish where id = ?")) {
            for (Event note : notes) {
                database.bind(statement, 1, note.id().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
