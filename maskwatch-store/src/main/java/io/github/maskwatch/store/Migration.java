package io.github.maskwatch.store;

import io.github.maskwatch.message.OneLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Brings a database's tables to what this version of Maskwatch knows. */
final class Migration {
    /** The newest file V*__*.sql in the resources; a test holds it. */
    static final int VERSION = 2;

    private Migration() {}

    static void apply(Database database) throws IOException {
        Integer found = version(database);
        if (found != null && found > VERSION) {
            throw new IOException("the event store was written by a newer Maskwatch (tables of version " + found
                    + ", this one knows " + VERSION + "); update Maskwatch");
        }
        // Flyway takes half a second to find out the same.
        if (found == null || found < VERSION) {
            migrate(database);
        }
    }

    /** Null if there are no tables of Maskwatch yet, or it cannot be told; then Flyway tells why. */
    static @Nullable Integer version(Database database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            return newest.next() ? Integer.valueOf(newest.getString(1)) : null;
        } catch (SQLException | NumberFormatException noHistory) {
            return null;
        }
    }

    private static void migrate(Database database) throws IOException {
        FluentConfiguration configuration = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:" + database.migrations())
                .failOnMissingLocations(true);
        if (!database.schema().isEmpty()) {
            configuration.schemas(database.schema());
        }
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            throw failure(database, e);
        }
    }

    private static IOException failure(Database database, FlywayException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return database.failure("open", sql);
            }
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("non-empty schema")
                ? new IOException("the event store holds somebody else's tables; name another file or database", e)
                : new IOException("cannot make the event store's tables: " + OneLine.of(message), e);
    }
}
