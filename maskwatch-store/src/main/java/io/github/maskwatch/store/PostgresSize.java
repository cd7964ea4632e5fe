package io.github.maskwatch.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * How much of PostgreSQL's files is rows. The files themselves tell nothing of that: a plain vacuum leaves them as large as they once were. So rows are counted, and what one takes
 * up is the mean of a sample of some 10,000, by the layout of heap and b-tree pages (PostgreSQL manual, chapter 66): a row is a multiple of 8 bytes and has a pointer of 4; an entry of an index has 8 bytes of its own and a
 * pointer, in pages that are filled to nine tenths.
 */
final class PostgresSize {
    private static final double SAMPLE = 10_000;
    private static final String ROW = "(pg_column_size(t.*) + 7) / 8 * 8 + 4";
    /** Its indexes: id; time and id. */
    private static final String EVENT = ROW + " + (28 + 36) / 0.9";
    /** Its indexes: event and channel; channel, time and event. */
    private static final String DELIVERY = ROW + " + (2 * (pg_column_size(t.channel) + 7) + 28 + 36) / 0.9";

    private PostgresSize() {}

    /** What rows and indexes take up, in bytes; on freshly filled tables within some percent of {@link #onDisk}. */
    static long estimate(Connection connection) throws SQLException {
        return of(connection, "event", EVENT) + of(connection, "delivery", DELIVERY);
    }

    private static long of(Connection connection, String table, String bytes) throws SQLException {
        long rows = number(connection, "select count(*) from " + table);
        if (rows == 0) {
            return 0;
        }
        String mean = "select avg(" + bytes + ") from " + table + " t";
        double percent = Math.min(100, 100 * SAMPLE / rows);
        double each = number(
                connection, mean + String.format(Locale.ROOT, " tablesample system (%.6f) repeatable (1)", percent));
        // The sample is of pages, and those may be empty ones.
        return Math.round(rows * (each > 0 ? each : number(connection, mean)));
    }

    /** What the files take up, in bytes, with what is free for new rows. */
    static long onDisk(Connection connection) throws SQLException {
        return number(connection, "select pg_total_relation_size('event') + pg_total_relation_size('delivery')");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }
}
