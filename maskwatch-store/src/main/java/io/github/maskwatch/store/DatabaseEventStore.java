package io.github.maskwatch.store;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.EventVisitor;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events in a database: SQLite in a file or PostgreSQL on a server. What {@link #append} has written outlives the death of the process and, as far
 * as the disk keeps its word, of the machine. Text that is no Unicode, and NUL, is kept as U+FFFD. Thread-safe; reading keeps no writing waiting.
 */
public final class DatabaseEventStore implements EventStore {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Database database;
    private final Connections connections;
    private final EventTable table;
    private final DatabaseOutbox outbox;
    private final DatabaseWishes wishes;

    private DatabaseEventStore(Database database) {
        this.database = database;
        connections = new Connections(database);
        table = new EventTable(database);
        outbox = new DatabaseOutbox(connections, database, table);
        wishes = new DatabaseWishes(connections, database);
    }

    /**
     * Opens the store; makes file and tables where there are none, and brings the tables of an older Maskwatch up to date.
     *
     * @throws IOException if that cannot be: one line with the cause, without a password
     */
    public static DatabaseEventStore open(StoreAddress address) throws IOException {
        Database database = address instanceof StoreAddress.OnServer server
                ? new PostgresDatabase(server)
                : new SqliteDatabase(((StoreAddress.InFile) address).path());
        try {
            database.prepare();
        } catch (SQLException e) {
            throw database.failure("open", e);
        }
        Migration.apply(database);
        return new DatabaseEventStore(database);
    }

    /**
     * As {@link #open}, for those who only read: a file that is not there is not made.
     *
     * @throws NoSuchFileException if there is no such file
     */
    public static DatabaseEventStore openExisting(StoreAddress address) throws IOException {
        if (address instanceof StoreAddress.InFile file && !Files.exists(file.path())) {
            throw new NoSuchFileException(file.path().toString());
        }
        return open(address);
    }

    /** {@inheritDoc} @throws IllegalArgumentException if a delivery is of none of the events, or a time is before 1678 or after 2261 */
    @Override
    public void append(List<Event> events, List<Delivery> deliveries) throws IOException {
        Set<EventId> ids = events.stream().map(Event::id).collect(Collectors.toSet());
        for (Delivery delivery : deliveries) {
            if (!ids.contains(delivery.event())) {
                throw new IllegalArgumentException(
                        "a delivery must be of one of the events it is written with, got one of " + delivery.event());
            }
        }
        connections.write("write to", connection -> {
            boolean[] isNew = table.insert(connection, events);
            Set<EventId> added = new HashSet<>();
            for (int i = 0; i < isNew.length; i++) {
                if (isNew[i]) {
                    added.add(events.get(i).id());
                }
            }
            wishes.fulfil(connection, events);
            // Those of an event that was there already may have been made long ago.
            outbox.insert(
                    connection,
                    deliveries.stream()
                            .filter(each -> added.contains(each.event()))
                            .toList());
            return added;
        });
    }

    @Override
    public void read(EventQuery query, EventVisitor visitor) throws IOException {
        Condition condition = new Condition(query);
        String sql = "select " + EventTable.COLUMNS + " from event" + condition.where() + " order by time_ns, id";
        connections.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                condition.bind(statement);
                return visit(statement, visitor);
            }
        });
    }

    private long visit(PreparedStatement statement, EventVisitor visitor) throws SQLException, IOException {
        long visited = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                visitor.visit(table.event(row));
                visited++;
            }
        }
        return visited;
    }

    @Override
    public long count(EventQuery query) throws IOException {
        Condition condition = new Condition(query);
        return connections.read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from event" + condition.where())) {
                condition.bind(statement);
                try (ResultSet count = statement.executeQuery()) {
                    return count.next() ? count.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Wishes wishes() {
        return wishes;
    }

    /** What the store takes up, in bytes, without space that is free for new events; of PostgreSQL an estimate for which it counts its rows. */
    public long sizeBytes() throws IOException {
        return connections.maintain("read", database::size);
    }

    /**
     * Forgets what is too old or too much, the oldest first, in small pieces between which events are written, and gives the space back. An event
     * that is still to be sent out stays.
     *
     * @return how many events were forgotten
     */
    public long forget(Retention retention, Instant now) throws IOException {
        return new Forgetting(database, connections).forget(retention, now);
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
