package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.ServiceNoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a file, and what one line says of it. */
class StoreFileTest {
    private final SomeEvents events = new SomeEvents(new Random(3));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("events.db");
    }

    private DatabaseEventStore open() throws IOException {
        return DatabaseEventStore.open(new StoreAddress.InFile(file()));
    }

    private void refusesToOpen(String why) {
        assertThatIOException()
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(why)
                        .contains("events.db")
                        .doesNotContain("\n"));
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "camera,state\n".repeat(500));

        refusesToOpen("is no SQLite database");
    }

    @Test
    void somebodyElsesDatabase() throws Exception {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute("create table song (title text)");
        }

        assertThatIOException().isThrownBy(this::open).withMessageContaining("somebody else's tables");
    }

    @Test
    void oneOfANewerMaskwatch() throws Exception {
        open().close();
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set version = '99'");
        }

        assertThatIOException().isThrownBy(this::open).withMessageContaining("newer Maskwatch");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(file());

        refusesToOpen("it is a folder");
    }

    @Test
    void noFolder() {
        assertThatIOException()
                .isThrownBy(() -> DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("no/events.db"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readingMakesNoFile() {
        assertThatIOException()
                .isThrownBy(() -> DatabaseEventStore.openExisting(new StoreAddress.InFile(file())))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherProgramHasItLocked() throws Exception {
        try (EventStore store = open();
                Connection other = raw();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThatIOException()
                    .isThrownBy(() -> store.append(events.list(1), List.of()))
                    .withMessageContaining("another program has held it locked")
                    .withMessageContaining("events.db");

            statement.execute("rollback");
            store.append(events.list(1), List.of());
            assertThat(store.count(EventQuery.ALL)).isEqualTo(1);
        }
    }

    @Test
    void twoProcessesMayWrite() throws IOException {
        try (EventStore one = open();
                EventStore two = open()) {
            one.append(events.list(1), List.of());
            two.append(events.list(1), List.of());
            one.append(events.list(1), List.of());

            assertThat(two.count(EventQuery.ALL)).isEqualTo(3);
        }
    }

    @Test
    void noPermission() throws IOException {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            refusesToOpen("no permission");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFullDiskLosesOnlyWhatWasRefused() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder, 1024)) {
            try (EventStore store = open()) {
                int written = 0;
                IOException refused = null;
                while (refused == null && written < 100_000) {
                    try {
                        store.append(List.of(note("x".repeat(300))), List.of());
                        written++;
                    } catch (IOException e) {
                        refused = e;
                    }
                }

                assertThat(refused).isNotNull().hasMessageContaining("the disk is full");
                assertThat(store.count(EventQuery.ALL)).isEqualTo(written);
                assertThat(disk.files()).contains(file());
            }
        }
    }

    private static Event note(String text) {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        return new ServiceNoted(EventId.random(now, new Random()), now, "note", text);
    }

    @Test
    void commitsWaitForTheDiskAndSpaceCanBeGivenBack() throws Exception {
        SqliteDatabase database = new SqliteDatabase(file());
        open().close();
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(pragma(connection, "auto_vacuum")).isEqualTo("2");
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma " + name)) {
            return answer.getString(1);
        }
    }

    @Test
    void theNewestMigrationIsKnown() throws Exception {
        for (String database : List.of("sqlite", "postgresql")) {
            assertThat(migrations(database))
                    .contains(Migration.VERSION)
                    .allMatch(version -> version <= Migration.VERSION);
        }
    }

    private List<Integer> migrations(String database) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(SqliteDatabase.class.getResource(database + "/V1__events.sql"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .toList();
        }
    }

    @Test
    void oneOfAnOlderMaskwatchIsBroughtUpToDate() throws Exception {
        List<Event> written = events.list(20);
        try (EventStore store = open()) {
            store.append(written, List.of());
        }
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table wish");
            statement.execute("delete from flyway_schema_history where version = '2'");
        }

        try (EventStore store = open()) {
            assertThat(store.count(EventQuery.ALL)).isEqualTo(20);
            assertThat(store.wishes().open(1)).isEmpty();
        }
    }

    @Test
    void peopleCanReadIt() throws Exception {
        try (EventStore store = open()) {
            store.append(List.of(note("hello")), List.of());
        }
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select time, kind, text from readable_event")) {
            assertThat(row.getString("time")).isEqualTo("2026-11-25T12:00:00.000000000Z");
            assertThat(row.getString("kind")).isEqualTo("service");
            assertThat(row.getString("text")).isEqualTo("hello");
        }
    }
}
