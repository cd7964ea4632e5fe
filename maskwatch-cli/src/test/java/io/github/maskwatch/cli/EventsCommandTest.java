package io.github.maskwatch.cli;

import static io.github.maskwatch.cli.Terminal.maskwatch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String store() throws IOException {
        Random random = new Random(1);
        List<Event> events = List.of(
                new CameraStatusChanged(EventId.random(NOON, random), NOON, new CameraId("door"), true, ""),
                new CameraStatusChanged(
                        EventId.random(NOON, random), NOON.plusSeconds(1), new CameraId("yard"), false, "no frame"),
                new AlarmRaised(
                        EventId.random(NOON, random),
                        NOON.plusSeconds(86_400),
                        new CameraId("door"),
                        "bare",
                        null,
                        null,
                        null,
                        "A mask, please"));
        try (EventStore store = DatabaseEventStore.open(StoreAddress.parse(path("events.db")))) {
            store.append(events, List.of());
        }
        return path("events.db");
    }

    private static void prints(String out, String... args) {
        Terminal ran = maskwatch(args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().strip()).isEqualTo(out);
    }

    private static void fails(int exitCode, String why, String... args) {
        Terminal ran = maskwatch(args);
        assertThat(ran.err()).contains(why).doesNotContain("\tat ");
        assertThat(ran.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void counts() throws IOException {
        String store = store();

        prints("3", "events", "count", store);
        prints("2", "events", "count", store, "--camera", "door");
        prints("1", "events", "count", store, "--kind", "alarm");
        prints("2", "events", "count", store, "--to", "2026-11-26");
        prints("1", "events", "count", store, "--from", "2026-11-25T13:00:01+01:00", "--to", "2026-11-26T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    void exportsAndImports(String format) throws IOException {
        String store = store();
        String file = path("out." + format);

        prints("3 events written to " + file, "events", "export", store, "--output", file);
        prints("3 events read, 3 of them new", "events", "import", path("other.db"), file);
        prints("3 events read, 0 of them new", "events", "import", path("other.db"), file);
        prints("3", "events", "count", path("other.db"));
    }

    @Test
    void exportsWhatIsAskedForInTheFormatNamed() throws IOException {
        prints(
                "1 events written to " + path("alarms.txt"),
                "events",
                "export",
                store(),
                "--format",
                "csv",
                "--kind",
                "alarm",
                "--output",
                path("alarms.txt"));
        assertThat(folder.resolve("alarms.txt")).content().contains("\"A mask, please\"");
    }

    @Test
    void tellsWhatIsWrongInOneLine() throws IOException {
        String store = store();
        Files.writeString(folder.resolve("text.db"), "no database ".repeat(100));
        Files.writeString(folder.resolve("bad.jsonl"), "{}\n");

        fails(3, "no such file", "events", "count", path("none.db"));
        fails(3, "is no SQLite database", "events", "count", path("text.db"));
        fails(3, "bad.jsonl, line 1", "events", "import", store, path("bad.jsonl"));
        fails(3, "no such file", "events", "import", path("new.db"), path("none.csv"));
        assertThat(folder.resolve("new.db")).doesNotExist();
        fails(2, "say which it is with --format", "events", "export", store, "--output", path("x.xls"));
        fails(5, "there is no folder", "events", "export", store, "--output", path("no/x.csv"));
        fails(2, "is no time", "events", "count", store, "--from", "yesterday");
        fails(2, "must be one of", "events", "count", store, "--kind", "smile");
        fails(2, "postgresql://", "events", "count", "mysql://me:hunter2@db/x");
        assertThat(maskwatch("events", "count", "postgresql://me:hunter2@127.0.0.1:1/x")
                        .err())
                .contains("does not answer")
                .doesNotContain("hunter2");
    }
}
