package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look changes nothing. */
class StoreLookTest {
    @TempDir
    Path folder;

    private StoreAddress address() {
        return new StoreAddress.InFile(folder.resolve("events #1.db"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileThatIsNotThereIsNotMade() throws IOException {
        assertThat(StoreLook.at(address())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void seesVersionSizeAndTheNewestEvent() throws IOException {
        List<Event> events = new SomeEvents(new Random(5)).list(20);
        try (DatabaseEventStore store = DatabaseEventStore.open(address())) {
            store.append(events, List.of());
        }
        Path file = folder.resolve("events #1.db");
        byte[] before = Files.readAllBytes(file);

        StoreLook look = StoreLook.at(address()).orElseThrow();

        assertThat(look.version()).isEqualTo(look.known());
        assertThat(look.bytes()).isPositive();
        assertThat(look.newest())
                .isEqualTo(
                        events.stream().map(Event::time).max(Instant::compareTo).orElseThrow());
        assertThat(files()).containsExactly("events #1.db");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void seesWhatAnotherProcessHasJustWritten() throws IOException {
        try (DatabaseEventStore store = DatabaseEventStore.open(address())) {
            assertThat(StoreLook.at(address()).orElseThrow().newest()).isNull();
            store.append(new SomeEvents(new Random(5)).list(3), List.of());

            assertThat(StoreLook.at(address()).orElseThrow().newest()).isNotNull();
        }
    }

    @Test
    void whatIsNoStoreIsOneLine() throws IOException {
        Files.writeString(folder.resolve("events #1.db"), "camera,state\n".repeat(500));

        assertThatIOException()
                .isThrownBy(() -> StoreLook.at(address()))
                .withMessageContaining("is no SQLite database");
    }

    @Test
    void aDatabaseOfAServer() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        StoreAddress address = server.address(server.newDatabase());
        assertThat(StoreLook.at(address)).isEmpty();
        assertThat(StoreLook.at(address)).isEmpty();
        try (DatabaseEventStore store = DatabaseEventStore.open(address)) {
            store.append(new SomeEvents(new Random(5)).list(3), List.of());
        }

        assertThat(StoreLook.at(address).orElseThrow().newest()).isNotNull();
    }
}
