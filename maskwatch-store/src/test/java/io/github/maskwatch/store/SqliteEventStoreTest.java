package io.github.maskwatch.store;

import io.github.maskwatch.event.EventStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventStoreTest extends EventStoreContract {
    @TempDir
    Path folder;

    @Override
    EventStore open() throws IOException {
        return DatabaseEventStore.open(
                StoreAddress.parse(folder.resolve("events.db").toString()));
    }
}
