package io.github.maskwatch.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.monitor.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server of this test run alone, from the system's packages, in a folder of temporary files, on the loopback; gone when the tests
 * are done. Tests that need one are skipped, with the reason, where it cannot be.
 */
final class PrivatePostgres {
    static final String USER = "maskwatch";
    static final String PASSWORD = "s3cr%t@/:";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PrivatePostgres server;
    private static @Nullable String missing;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final List<String> asUser;

    private PrivatePostgres(Path binaries, Path folder, int port, List<String> asUser) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.asUser = asUser;
    }

    static synchronized PrivatePostgres running() throws IOException, InterruptedException {
        if (server == null && missing == null) {
            start();
        }
        assumeTrue(server != null, missing);
        return java.util.Objects.requireNonNull(server);
    }

    private static void start() throws IOException, InterruptedException {
        Path binaries = binaries();
        if (binaries == null) {
            missing = "PostgreSQL is not installed (Debian: postgresql)";
            return;
        }
        boolean root = System.getProperty("user.name").equals("root");
        // The server refuses to run as root.
        List<String> asUser = root ? List.of("runuser", "-u", "postgres", "--") : List.of();
        PrivatePostgres started =
                new PrivatePostgres(binaries, Files.createTempDirectory("maskwatch-postgres"), freePort(), asUser);
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "postgres-stop"));
        String failure = started.initialise(root);
        missing = failure;
        server = failure == null ? started : null;
    }

    private static @Nullable Path binaries() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return null;
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"))
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private @Nullable String initialise(boolean root) throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (root) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        String failed = asUser(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync");
        return failed != null
                ? failed
                : asUser(
                        "pg_ctl",
                        "-D",
                        data(),
                        "-w",
                        "-l",
                        folder.resolve("log").toString(),
                        "-o",
                        "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories=''".formatted(port),
                        "start");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void restart() throws IOException, InterruptedException {
        asUser(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-m",
                "fast",
                "-l",
                folder.resolve("log").toString(),
                "restart");
    }

    private void stop() {
        try {
            asUser("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
            run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String asUser(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asUser);
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** What it said if it failed, else null. */
    private @Nullable String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("maskwatch-postgres", ".txt");
        try {
            // To a file: a server that was started keeps a pipe open.
            int code = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            return code == 0 ? null : command + " said: " + Files.readString(said);
        } finally {
            Files.delete(said);
        }
    }

    /** A new, empty one. */
    String newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection("jdbc:" + url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return name;
    }

    int port() {
        return port;
    }

    String url(String database) {
        return String.format(Locale.ROOT, "postgresql://127.0.0.1:%d/%s", port, database);
    }

    StoreAddress address(String database) {
        return StoreAddress.parse(url(database).replace("//", "//" + USER + "@"))
                .withPassword(new Secret(PASSWORD));
    }
}
