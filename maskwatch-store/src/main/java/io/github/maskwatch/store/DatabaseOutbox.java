package io.github.maskwatch.store;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.Outbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The table {@code delivery}. Thread-safe. */
final class DatabaseOutbox implements Outbox {
    private static final String INSERT = "insert into delivery (event, channel, due_ns, attempts) values (?, ?, ?, ?)"
            + " on conflict (event, channel) do nothing";
    private static final String DUE = "select delivery.channel, delivery.due_ns, delivery.attempts, event.*"
            + " from delivery join event on event.id = delivery.event"
            + " where delivery.channel = ? and delivery.due_ns <= ? order by delivery.due_ns, delivery.event limit ?";

    private final Connections connections;
    private final Database database;
    private final EventTable table;

    DatabaseOutbox(Connections connections, Database database, EventTable table) {
        this.connections = connections;
        this.database = database;
        this.table = table;
    }

    void insert(Connection connection, List<Delivery> deliveries) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Delivery delivery : deliveries) {
                database.bind(statement, 1, delivery.event().value());
                statement.setString(2, WrittenText.of(delivery.channel()));
                statement.setLong(3, EpochNanos.clamped(delivery.due()));
                statement.setInt(4, delivery.attempts());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public List<Pending> due(String channel, Instant now, int most) throws IOException {
        return connections.write("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DUE)) {
                statement.setString(1, channel);
                statement.setLong(2, EpochNanos.clamped(now));
                statement.setInt(3, most);
                return pending(statement);
            }
        });
    }

    private List<Pending> pending(PreparedStatement statement) throws SQLException, IOException {
        List<Pending> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Delivery delivery = new Delivery(
                        new EventId(database.id(row, "id")),
                        row.getString("channel"),
                        EpochNanos.time(row.getLong("due_ns")),
                        row.getInt("attempts"));
                found.add(new Pending(delivery, table.event(row)));
            }
        }
        return found;
    }

    @Override
    public void delivered(Delivery delivery) throws IOException {
        forget(List.of(delivery));
    }

    @Override
    public void delivered(List<Delivery> deliveries) throws IOException {
        forget(deliveries);
    }

    @Override
    public void abandoned(Delivery delivery) throws IOException {
        forget(List.of(delivery));
    }

    private void forget(List<Delivery> deliveries) throws IOException {
        connections.write("write to", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from delivery where event = ? and channel = ?")) {
                for (Delivery delivery : deliveries) {
                    database.bind(statement, 1, delivery.event().value());
                    statement.setString(2, delivery.channel());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    @Override
    public long abandonAllBut(Set<String> channels) throws IOException {
        String marks = String.join(", ", Collections.nCopies(channels.size(), "?"));
        String sql = "delete from delivery" + (channels.isEmpty() ? "" : " where channel not in (" + marks + ")");
        return connections.write("write to", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int index = 1;
                for (String channel : channels) {
                    statement.setString(index++, WrittenText.of(channel));
                }
                return (long) statement.executeUpdate();
            }
        });
    }

    @Override
    public void failed(Delivery delivery, Instant next) throws IOException {
        connections.write("write to", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update delivery set due_ns = ?, attempts = ? where event = ? and channel = ?")) {
                statement.setLong(1, EpochNanos.clamped(next));
                statement.setInt(2, delivery.attempts() + 1);
                database.bind(statement, 3, delivery.event().value());
                statement.setString(4, delivery.channel());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public long size() throws IOException {
        return connections.write("read", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from delivery")) {
                return count.next() ? count.getLong(1) : 0L;
            }
        });
    }
}
