package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRetentionTest extends RetentionContract {
    @TempDir
    Path folder;

    @Override
    DatabaseEventStore open() throws Exception {
        return DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("events.db")));
    }

    @Test
    void theFileBecomesSmaller() throws Exception {
        Path file = folder.resolve("events.db");
        try (DatabaseEventStore store = open()) {
            store.append(new SomeEvents(new Random(1)).list(20_000), List.of());
            store.forget(new Retention(null, 1_000_000L), Instant.EPOCH);

            assertThat(Files.size(file)).isLessThan(1_100_000);
            assertThat(Files.size(folder.resolve("events.db-wal"))).isZero();
        }
    }
}
