package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Readies the connection that writes: it must not wait for ever for a server that is gone. */
    void readyToWrite(Connection connection) throws SQLException;

    void bind(PreparedStatement statement, int index, UUID id) throws SQLException;

    UUID id(ResultSet row, String column) throws SQLException;

    /** What the tables take up, in bytes, without what is free for new rows. */
    long size(Connection connection) throws SQLException;

    /**
     * Gives space of deleted rows back, a piece at a time.
     *
     * @param connection in auto-commit mode
     * @param fully so that the size is less afterwards, whatever it costs
     * @return whether there is more to give back
     */
    boolean reclaim(Connection connection, boolean fully) throws SQLException;

    /** One line for people, without credentials. */
    IOException failure(String doing, SQLException cause);
}
