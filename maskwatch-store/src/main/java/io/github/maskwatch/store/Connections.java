package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all writing, kept open, and one for each reading, so that a long export keeps no event waiting. A connection that failed is
 * thrown away: the next piece of work gets a new one, as after a restart of the server. None waits for ever for a server that is gone. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final Duration WRITE_ANSWER = Duration.ofSeconds(30);
    /** A large table may be sorted before its first row comes. */
    private static final Duration READ_ANSWER = Duration.ofMinutes(5);
    /** A vacuum of a large table on a slow disk; nobody waits for it. */
    private static final Duration MAINTAIN_ANSWER = Duration.ofMinutes(30);
    /** For the writing that is under way when it is closed. */
    private static final Duration LAST_WRITING = Duration.ofSeconds(1);

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    private final Database database;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable Connection writer;
    private volatile boolean closed;

    Connections(Database database) {
        this.database = database;
    }

    /** In one transaction, all or nothing; when it returns, the disk has it. */
    <T> T write(String doing, Work<T> work) throws IOException {
        writing.lock();
        boolean done = false;
        try {
            requireOpen();
            Connection connection = writer();
            T answer = work.on(connection);
            connection.commit();
            done = true;
            return answer;
        } catch (SQLException e) {
            throw database.failure(doing, e);
        } finally {
            // Who closed it did not wait for this.
            if (!done || closed) {
                discardWriter();
            }
            writing.unlock();
        }
    }

    /** What cannot be in a transaction; between the writings, where the database cannot do both at once. */
    <T> T maintain(String doing, Work<T> work) throws IOException {
        if (database.maintainsBesideWriting()) {
            return maintained(doing, work);
        }
        writing.lock();
        try {
            return maintained(doing, work);
        } finally {
            writing.unlock();
        }
    }

    private <T> T maintained(String doing, Work<T> work) throws IOException {
        requireOpen();
        try (Connection connection = database.dataSource().getConnection()) {
            database.limitWaiting(connection, MAINTAIN_ANSWER);
            return work.on(connection);
        } catch (SQLException e) {
            throw database.failure(doing, e);
        }
    }

    /** On a connection of its own, that sees one state of the store from beginning to end. */
    <T> T read(Work<T> work) throws IOException {
        requireOpen();
        try (Connection connection = database.dataSource().getConnection()) {
            database.limitWaiting(connection, READ_ANSWER);
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
            database.limitWaiting(open, WRITE_ANSWER);
        }
        return open;
    }

    private void discardWriter() {
        try {
            closeWriter();
        } catch (SQLException e) {
            // It is of no use any more; why was told already.
        }
    }

    private void closeWriter() throws SQLException {
        Connection open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the event store is closed");
        }
    }

    /** Within about a second: a writing that is under way then, such as to a server that does not answer, closes its connection itself when it ends. */
    @Override
    public void close() throws IOException {
        closed = true;
        if (!awaitWriting()) {
            return;
        }
        try {
            closeWriter();
        } catch (SQLException e) {
            throw database.failure("close", e);
        } finally {
            writing.unlock();
        }
    }

    private boolean awaitWriting() {
        try {
            return writing.tryLock(LAST_WRITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return writing.tryLock();
        }
    }
}
