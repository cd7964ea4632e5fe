package io.github.maskwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one sees of a store without changing it.
 *
 * @param version of its tables
 * @param known the version of the tables that this Maskwatch makes
 * @param bytes that it takes up on the disk
 * @param newest the time of its latest event; null if there is none
 */
public record StoreLook(
        int version, int known, long bytes, @Nullable Instant newest) {
    private static final long NANOS = 1_000_000_000;

    /**
     * Looks at a store. Neither file nor tables are made, nor brought up to date.
     *
     * @return empty if there is none yet
     * @throws IOException if it cannot be read: one line with the cause, without a password
     */
    public static Optional<StoreLook> at(StoreAddress address) throws IOException {
        if (address instanceof StoreAddress.InFile file && !Files.exists(file.path())) {
            return Optional.empty();
        }
        Database database = address instanceof StoreAddress.OnServer server
                ? new PostgresDatabase(server)
                : SqliteDatabase.readOnly(((StoreAddress.InFile) address).path());
        try (Connection connection = database.dataSource().getConnection()) {
            requireReadable(connection);
            Integer version = Migration.version(database);
            return version == null
                    ? Optional.empty()
                    : Optional.of(new StoreLook(
                            version, Migration.VERSION, database.sizeAtMost(connection), newest(connection)));
        } catch (SQLException e) {
            throw database.failure("read", e);
        }
    }

    /** SQLite reads nothing of a file until it must. */
    private static void requireReadable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select count(*) from "
                        + (connection.getMetaData().getDatabaseProductName().equals("SQLite")
                                ? "sqlite_master"
                                : "pg_namespace"))) {
            answer.next();
        }
    }

    private static @Nullable Instant newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select max(time_ns) from event")) {
            answer.next();
            long nanos = answer.getLong(1);
            return answer.wasNull()
                    ? null
                    : Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        }
    }
}
