package io.github.maskwatch.store.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.SomeEvents;
import io.github.maskwatch.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTransferTest {
    @TempDir
    Path folder;

    private EventStore store(String name) throws IOException {
        return DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve(name)));
    }

    private Path file(EventFormat format) {
        return folder.resolve("events." + format.id());
    }

    private static List<Event> all(EventStore store) throws IOException {
        List<Event> found = new ArrayList<>();
        store.read(EventQuery.ALL, found::add);
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void fromOneStoreToAnother(EventFormat format) throws IOException {
        try (EventStore from = store("from.db");
                EventStore to = store("to.db")) {
            from.append(new SomeEvents(new Random(2)).list(1_200), List.of());

            assertThat(EventTransfer.export(from, EventQuery.ALL, file(format), format))
                    .isEqualTo(1_200);
            assertThat(EventTransfer.load(file(format), format, to)).isEqualTo(1_200);
            assertThat(EventTransfer.load(file(format), format, to)).isEqualTo(1_200);

            assertThat(all(to)).containsExactlyElementsOf(all(from));
            assertThat(to.outbox().size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyStoreMakesAFileWithoutEvents(EventFormat format) throws IOException {
        try (EventStore store = store("empty.db")) {
            assertThat(EventTransfer.export(store, EventQuery.ALL, file(format), format))
                    .isZero();
            assertThat(EventTransfer.load(file(format), format, store)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsAskedFor(EventFormat format) throws IOException {
        EventQuery query = new EventQuery(null, null, Set.of(), Set.of(EventKind.ALARM));
        try (EventStore store = store("some.db")) {
            store.append(new SomeEvents(new Random(2)).list(300), List.of());
            EventTransfer.export(store, query, file(format), format);

            List<Event> found = new ArrayList<>();
            format.file().read(file(format), found::add);

            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.kind()).isEqualTo(EventKind.ALARM));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCannotBeWrittenIsToldAndLeavesNothing(EventFormat format) throws IOException {
        Path nowhere = folder.resolve("no/such/folder." + format.id());
        try (EventStore store = store("some.db")) {
            assertThatExceptionOfType(ExportFailedException.class)
                    .isThrownBy(() -> EventTransfer.export(store, EventQuery.ALL, nowhere, format))
                    .withMessageContaining("there is no folder");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExportThatFailsLeavesTheOldFile(EventFormat format) throws IOException {
        Files.writeString(file(format), "old");
        EventStore store = store("some.db");
        store.append(new SomeEvents(new Random(2)).list(3), List.of());
        store.close();

        assertThatIOException().isThrownBy(() -> EventTransfer.export(store, EventQuery.ALL, file(format), format));
        assertThat(file(format)).hasContent("old");
        assertThat(folder.resolve(file(format).getFileName() + ".part")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void anythingElseIsRefusedInOneLine(EventFormat format) throws IOException {
        Files.write(file(format), new byte[] {'P', 'A', 'R', '1', 0, 1, (byte) 0xFF, '\n', '"', 'x'});
        try (EventStore store = store("some.db")) {
            assertThatExceptionOfType(UnreadableEventsException.class)
                    .isThrownBy(() -> EventTransfer.load(file(format), format, store))
                    .satisfies(e -> assertThat(e.getMessage())
                            .contains(file(format).toString())
                            .doesNotContain("\n"));
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> EventTransfer.load(folder.resolve("none"), format, store));
        }
    }

    @Test
    void aBadLineIsNamedAndTheOnesBeforeItAreThere() throws IOException {
        try (EventStore from = store("from.db");
                EventStore to = store("to.db")) {
            from.append(new SomeEvents(new Random(2)).list(3), List.of());
            EventTransfer.export(from, EventQuery.ALL, file(EventFormat.JSONL), EventFormat.JSONL);
            Files.writeString(file(EventFormat.JSONL), Files.readString(file(EventFormat.JSONL)) + "\n{\"id\":1}\n");

            assertThatExceptionOfType(UnreadableEventsException.class)
                    .isThrownBy(() -> EventTransfer.load(file(EventFormat.JSONL), EventFormat.JSONL, to))
                    .withMessageContaining("line 5");
            assertThat(all(to)).hasSize(3);
        }
    }

    @Test
    void theFormatIsKnownByTheName() {
        assertThat(EventFormat.ofName(Path.of("a.b.CSV"))).isEqualTo(EventFormat.CSV);
        assertThat(EventFormat.ofName(Path.of("x.jsonl"))).isEqualTo(EventFormat.JSONL);
        assertThat(EventFormat.ofName(Path.of("x.parquet"))).isEqualTo(EventFormat.PARQUET);
        assertThat(EventFormat.ofName(Path.of("csv"))).isNull();
    }
}
