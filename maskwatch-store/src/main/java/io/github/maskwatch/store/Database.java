package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** What the databases differ in. Thread-safe. */
interface Database {
    /** Opens connections whose commits wait for the disk. */
    DataSource dataSource();

    /** The resource folder of the migrations. */
    String migrations();

    /** The schema that holds the tables, or an empty string for the only one. */
    String schema();

    /** Sees to what must be true before the first table is made. */
    void prepare() throws SQLException, IOException;

    /** Nothing on this connection is to wait longer for an answer: a server that is gone would keep it for ever. Files answer. */
    void limitWaiting(Connection connection, Duration longest) throws SQLException;

    /** Whether {@link #reclaim} and {@link #size} may be at work while events are written: else they would wait for each other, and fail. */
    boolean maintainsBesideWriting();

    void bind(PreparedStatement statement, int index, UUID id) throws SQLException;

    UUID id(ResultSet row, String column) throws SQLException;

    /** What rows and their indexes take up, in bytes, without what is free for new ones. May have to count them all. */
    long size(Connection connection) throws SQLException;

    /** What there is on the disk, in bytes: no less than {@link #size}, and known at once. */
    long sizeAtMost(Connection connection) throws SQLException;

    /**
     * Gives space of deleted rows back, to the disk or at least to new rows, a piece at a time. Keeps nobody waiting for long.
     *
     * @param connection in auto-commit mode
     * @return whether there is more to give back
     */
    boolean reclaim(Connection connection) throws SQLException;

    /** One line for people, without credentials. */
    IOException failure(String doing, SQLException cause);
}
