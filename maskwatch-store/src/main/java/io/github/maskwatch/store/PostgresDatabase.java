package io.github.maskwatch.store;

import io.github.maskwatch.message.OneLine;
import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, in the schema {@code maskwatch}. Each connection asks for {@code synchronous_commit=on}; whether the server's
 * own {@code fsync} is on is up to who runs it.
 */
final class PostgresDatabase implements Database {
    private static final String SCHEMA = "maskwatch";
    private static final int CONNECT_SECONDS = 10;
    /** With the login: what takes connections and then says nothing would keep one for ever. */
    private static final int LOGIN_SECONDS = 20;

    private final StoreAddress.OnServer address;
    private final PGSimpleDataSource source;

    PostgresDatabase(StoreAddress.OnServer address) {
        this.address = address;
        source = named("maskwatch");
    }

    /** Connections that the server lists under that name. */
    PGSimpleDataSource named(String application) {
        PGSimpleDataSource named = new PGSimpleDataSource();
        named.setUrl("jdbc:" + address.url());
        named.setCurrentSchema(SCHEMA);
        named.setApplicationName(application);
        named.setConnectTimeout(CONNECT_SECONDS);
        named.setLoginTimeout(LOGIN_SECONDS);
        named.setTcpKeepAlive(true);
        named.setOptions("-c synchronous_commit=on -c client_min_messages=warning");
        if (address.user() != null) {
            named.setUser(address.user());
        }
        Secret password = address.password();
        if (password != null) {
            named.setPassword(password.reveal());
        }
        return named;
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public String migrations() {
        return "io/github/maskwatch/store/postgresql";
    }

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public void prepare() {
        // The server is there or not; the schema is made by the migration.
    }

    @Override
    public void limitWaiting(Connection connection, Duration longest) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(longest.toMillis()));
    }

    @Override
    public boolean maintainsBesideWriting() {
        return true;
    }

    @Override
    public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setObject(index, id);
    }

    @Override
    public UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Override
    public long size(Connection connection) throws SQLException {
        return PostgresSize.estimate(connection);
    }

    @Override
    public long sizeAtMost(Connection connection) throws SQLException {
        return PostgresSize.onDisk(connection);
    }

    /** The files stay as large as they are, and new rows fill them. To make them smaller ("vacuum full") would lock the table while it is copied. */
    @Override
    public boolean reclaim(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum event");
        }
        return false;
    }

    @Override
    public IOException failure(String doing, SQLException cause) {
        return new IOException("cannot " + doing + " the event store " + address + ": " + reason(cause), cause);
    }

    /** By class of SQLSTATE (PostgreSQL manual, appendix A). */
    private static String reason(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.equals("53100")) {
            return "the disk is full (the server's)";
        }
        if (state.startsWith("28")) {
            return "the server does not accept this user and password";
        }
        if (state.startsWith("08")) {
            return "the server does not answer (" + OneLine.of(cause.getMessage()) + ")";
        }
        return OneLine.of(cause.getMessage());
    }
}
