package io.github.maskwatch.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in a file. Write-ahead log with {@code synchronous=FULL}: a commit returns after the log's fsync. Others may read meanwhile, this process
 * and any other.
 */
final class SqliteDatabase implements Database {
    private static final int WAIT_FOR_OTHERS_MS = 5_000;
    private static final int PAGES_AT_ONCE = 1_000;
    private static final int ID_BYTES = 16;

    private final Path file;
    private final SQLiteDataSource source;

    SqliteDatabase(Path file) {
        this.file = file;
        SqliteLibrary.unpacked();
        source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private SqliteDatabase(Path file, SQLiteDataSource source) {
        this.file = file;
        this.source = source;
    }

    /** For a look at a file that is there: nothing in it or beside it changes. */
    static SqliteDatabase readOnly(Path file) {
        SqliteLibrary.unpacked();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_FOR_OTHERS_MS);
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // Without a log beside it nobody has it open; then SQLite need not make one, which even a reader would.
        boolean closed = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + (closed ? "?mode=ro&immutable=1" : "?mode=ro"));
        return new SqliteDatabase(file, source);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_FOR_OTHERS_MS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // On macOS a plain fsync leaves the data in the drive's cache; elsewhere this does nothing.
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        config.enforceForeignKeys(true);
        return config;
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public String migrations() {
        return "io/github/maskwatch/store/sqlite";
    }

    @Override
    public String schema() {
        return "";
    }

    /** @throws IOException if there is no folder for the file, or it is one itself */
    static void requirePlace(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw new IOException("the event store " + file + " must be a file, but it is a folder");
        }
    }

    /** A file must know before its first table that pages are to be given back piece by piece. */
    @Override
    public void prepare() throws SQLException, IOException {
        requirePlace(file);
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        SQLiteConfig bare = new SQLiteConfig();
        bare.setBusyTimeout(WAIT_FOR_OTHERS_MS);
        SQLiteDataSource first = new SQLiteDataSource(bare);
        first.setUrl(source.getUrl());
        try (Connection connection = first.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma auto_vacuum = incremental");
            statement.execute("pragma journal_mode = wal");
        }
    }

    @Override
    public void limitWaiting(Connection connection, Duration longest) {
        // A file answers.
    }

    @Override
    public boolean maintainsBesideWriting() {
        return false;
    }

    @Override
    public void bind(PreparedStatement statement, int index, UUID id) throws SQLException {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        statement.setBytes(index, bytes);
    }

    @Override
    public UUID id(ResultSet row, String column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public long size(Connection connection) throws SQLException {
        long pages = number(connection, "pragma page_count") - number(connection, "pragma freelist_count");
        return pages * number(connection, "pragma page_size");
    }

    @Override
    public long sizeAtMost(Connection connection) throws SQLException {
        return size(connection);
    }

    @Override
    public boolean reclaim(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // It frees a page per step, and only as an update does the driver step to the end.
            statement.executeUpdate("pragma incremental_vacuum(" + PAGES_AT_ONCE + ")");
            boolean more = number(connection, "pragma freelist_count") > 0;
            if (!more) {
                statement.execute("pragma wal_checkpoint(truncate)");
            }
            return more;
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    @Override
    public IOException failure(String doing, SQLException cause) {
        return new IOException(SqliteFailure.line(doing, file, cause), cause);
    }
}
