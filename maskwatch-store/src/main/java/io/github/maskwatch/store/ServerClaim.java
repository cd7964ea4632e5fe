package io.github.maskwatch.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session's advisory lock of PostgreSQL, on a connection of its own. The server frees it when the session ends: at once where the process ends, some 25 s later where its
 * machine or the wire is gone. Whoever was only cut off has its old session ended and takes the lock anew.
 */
final class ServerClaim implements StoreClaim {
    /** "maskwatc", as two numbers. */
    private static final int KEY_1 = 0x6d61736b;

    private static final int KEY_2 = 0x77617463;
    private static final int TRIES = 6;
    private static final int PAUSE_MS = 200;
    private static final int ANSWER_S = 5;
    private static final int LAST_RENEWAL_MS = 500;

    /** So that the server soon notices that nobody is there any more; its standard is two hours. */
    private static final List<String> KEEPALIVES =
            List.of("set tcp_keepalives_idle = 10", "set tcp_keepalives_interval = 5", "set tcp_keepalives_count = 3");

    private final StoreAddress.OnServer address;
    private final PostgresDatabase database;
    /** By which the server's list of sessions tells ours. */
    private final String name =
            "maskwatch service " + UUID.randomUUID().toString().substring(0, 13);

    private final ReentrantLock renewing = new ReentrantLock();
    private @Nullable Connection connection;
    private volatile boolean closed;

    private ServerClaim(StoreAddress.OnServer address) {
        this.address = address;
        this.database = new PostgresDatabase(address);
    }

    static ServerClaim take(StoreAddress.OnServer address) throws IOException {
        ServerClaim claim = new ServerClaim(address);
        claim.takeAnew();
        return claim;
    }

    static boolean isTaken(StoreAddress.OnServer address) throws IOException {
        PostgresDatabase database = new PostgresDatabase(address);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from pg_locks"
                        + " where locktype = 'advisory' and granted and classid::bigint = ? and objid::bigint = ? and objsubid = 2"
                        + " and database = (select oid from pg_database where datname = current_database())")) {
            statement.setLong(1, KEY_1);
            statement.setLong(2, KEY_2);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw database.failure("read", e);
        }
    }

    @Override
    public boolean renew() throws IOException {
        renewing.lock();
        try {
            if (closed || isAlive()) {
                return false;
            }
            discard();
            takeAnew();
            return true;
        } finally {
            // Who closed it did not wait for this.
            if (closed) {
                discard();
            }
            renewing.unlock();
        }
    }

    private boolean isAlive() {
        try {
            return connection != null && connection.isValid(ANSWER_S);
        } catch (SQLException e) {
            return false;
        }
    }

    private void takeAnew() throws IOException {
        Connection fresh = null;
        boolean taken = false;
        try {
            fresh = database.named(name).getConnection();
            fresh.setNetworkTimeout(Runnable::run, ANSWER_S * 1000);
            beNoticed(fresh);
            endOldSession(fresh);
            taken = isLocked(fresh);
            if (!taken) {
                throw new StoreTakenException(address);
            }
            connection = fresh;
        } catch (SQLException e) {
            throw database.failure("reach", e);
        } finally {
            if (!taken) {
                close(fresh);
            }
        }
    }

    /** Servers on some systems cannot; then their own standard holds. Without a connection the next statement fails, too. */
    private static void beNoticed(Connection fresh) {
        for (String setting : KEEPALIVES) {
            try (Statement statement = fresh.createStatement()) {
                statement.execute(setting);
            } catch (SQLException e) {
                return;
            }
        }
    }

    private void endOldSession(Connection fresh) throws SQLException {
        try (PreparedStatement statement =
                fresh.prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = ? and pid <> pg_backend_pid() and usename = current_user")) {
            statement.setString(1, name);
            statement.executeQuery().close();
        }
    }

    private static boolean isLocked(Connection fresh) throws SQLException {
        try (PreparedStatement statement = fresh.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, KEY_1);
            statement.setInt(2, KEY_2);
            for (int i = 0; i < TRIES; i++) {
                try (ResultSet answer = statement.executeQuery()) {
                    if (answer.next() && answer.getBoolean(1)) {
                        return true;
                    }
                }
                // A session that was just ended, ours or that of a service that was killed, needs a moment.
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void discard() {
        close(connection);
        connection = null;
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The server frees the lock all the same.
            return;
        }
    }

    /** Within half a second: a renewal that is under way then, such as with a server that does not answer, lets go itself. */
    @Override
    public void close() {
        closed = true;
        try {
            if (renewing.tryLock(LAST_RENEWAL_MS, TimeUnit.MILLISECONDS)) {
                try {
                    discard();
                } finally {
                    renewing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
