package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all writing, kept open, and one for each reading, so that a long export keeps no event waiting. A connection that failed is
 * thrown away: the next piece of work gets a new one, as after a restart of the server. Thread-safe.
 */
final class Connections implements AutoCloseable {
    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    private final Database database;
    private @Nullable Connection writer;
    private boolean closed;

    Connections(Database database) {
        this.database = database;
    }

    /** In one transaction, all or nothing; when it returns, the disk has it. */
    synchronized <T> T write(String doing, Work<T> work) throws IOException {
        requireOpen();
        boolean done = false;
        try {
            Connection connection = writer();
            T answer = work.on(connection);
            connection.commit();
            done = true;
            return answer;
        } catch (SQLException e) {
            throw database.failure(doing, e);
        } finally {
            if (!done) {
                discardWriter();
            }
        }
    }

    /** What cannot be in a transaction, between the writings. */
    synchronized <T> T maintain(String doing, Work<T> work) throws IOException {
        requireOpen();
        try (Connection connection = database.dataSource().getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw database.failure(doing, e);
        }
    }

    /** On a connection of its own, that sees one state of the store from beginning to end. */
    <T> T read(Work<T> work) throws IOException {
        requireOpen();
        try (Connection connection = database.dataSource().getConnection()) {
            // PostgreSQL fetches piece by piece in a transaction only.
            connection.setAutoCommit(false);
            T answer = work.on(connection);
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw database.failure("read", e);
        }
    }

    private Connection writer() throws SQLException {
        Connection open = writer;
        if (open == null) {
            open = database.dataSource().getConnection();
            writer = open;
            open.setAutoCommit(false);
            database.readyToWrite(open);
        }
        return open;
    }

    private void discardWriter() {
        Connection failed = writer;
        writer = null;
        try {
            if (failed != null) {
                failed.close();
            }
        } catch (SQLException e) {
            // It is of no use any more; why was told already.
        }
    }

    private synchronized void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the event store is closed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw database.failure("close", e);
        } finally {
            writer = null;
        }
    }
}
