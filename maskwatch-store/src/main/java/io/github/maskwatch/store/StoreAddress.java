package io.github.maskwatch.store;

import io.github.maskwatch.monitor.config.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a store is. Its text never has a password in it. */
public sealed interface StoreAddress {

    /**
     * A file of SQLite.
     *
     * @param path made at the first use; SQLite puts two more beside it, ending with {@code -wal} and {@code -shm}
     */
    record InFile(Path path) implements StoreAddress {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A database of a PostgreSQL server; the tables are in its schema {@code maskwatch}.
     *
     * @param url {@code postgresql://host:port/database?options}, without user and password; the options are those of PostgreSQL's JDBC driver
     * @param user null: the driver's own way of finding one
     * @param password null: none, or the driver's own way of finding one ({@code ~/.pgpass})
     */
    record OnServer(
            String url, @Nullable String user, @Nullable Secret password) implements StoreAddress {
        public OnServer {
            if (!url.startsWith("postgresql://")) {
                throw new IllegalArgumentException("a store's URL must begin with postgresql://");
            }
        }

        @Override
        public StoreAddress withPassword(Secret secret) {
            return new OnServer(url, user, secret);
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Reads a path, or a URL such as {@code postgresql://user@host/database} ({@code postgres://} and {@code jdbc:postgresql://} are the same).
     * A password in the URL is taken, but whoever lists processes can see it there: better is {@link #withPassword}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static StoreAddress parse(String text) {
        return ServerUrl.isUrl(text) ? ServerUrl.parse(text) : new InFile(Path.of(text));
    }

    /** The same with another password; a file needs none and stays as it is. */
    default StoreAddress withPassword(Secret secret) {
        return this;
    }
}
