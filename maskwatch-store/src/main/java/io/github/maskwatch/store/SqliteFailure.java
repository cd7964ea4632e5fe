package io.github.maskwatch.store;

import io.github.maskwatch.message.OneLine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** What SQLite's result codes (sqlite.org/rescode.html) mean to whoever runs Maskwatch. */
final class SqliteFailure {
    private static final int PRIMARY = 0xFF;

    private SqliteFailure() {}

    static String line(String doing, Path file, SQLException cause) {
        String store = "the event store " + file;
        return switch (cause.getErrorCode() & PRIMARY) {
            case 13 -> "cannot " + doing + " " + store + ": the disk is full";
            case 8, 3, 23 -> "cannot " + doing + " " + store + ": no permission to write it or its folder";
            case 14 -> "cannot open " + store + ": no permission for it or its folder";
            case 5, 6 ->
                "cannot " + doing + " " + store
                        + ": another program has held it locked for 5 s; end that program and try again";
            case 26 -> store + " is no SQLite database; name another file";
            case 11 ->
                store + " is damaged; export what can be read with sqlite3's .recover and import it into a new one";
            default -> "cannot " + doing + " " + store + ": " + text(cause);
        };
    }

    private static String text(SQLException cause) {
        String message = OneLine.of(cause.getMessage());
        return message.replaceFirst("^\\[SQLITE_[A-Z_]+]\\s*", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("sql error or missing database")
                ? message.replaceFirst("^\\[SQLITE_[A-Z_]+]\\s*SQL error or missing database\\s*", "")
                : message;
    }
}
