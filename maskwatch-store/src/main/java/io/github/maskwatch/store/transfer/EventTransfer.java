package io.github.maskwatch.store.transfer;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Events out of a store into a file, and back. */
public final class EventTransfer {
    private static final int AT_ONCE = 500;

    private EventTransfer() {}

    /**
     * Writes the events that are asked for. The file is there under its name when it is whole.
     *
     * @return how many
     * @throws ExportFailedException if the file cannot be written; other failures are the store's
     */
    public static long export(EventStore store, EventQuery query, Path file, EventFormat format) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long[] count = {0};
            try (EventSink sink = opened(file, part, format)) {
                store.read(query, event -> {
                    write(file, sink, event);
                    count[0]++;
                });
                close(file, sink);
            }
            finish(file, part);
            return count[0];
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static EventSink opened(Path file, Path part, EventFormat format) throws ExportFailedException {
        try {
            return format.file().write(part);
        } catch (IOException e) {
            throw new ExportFailedException(file, e);
        }
    }

    private static void write(Path file, EventSink sink, Event event) throws ExportFailedException {
        try {
            sink.visit(event);
        } catch (IOException e) {
            throw new ExportFailedException(file, e);
        }
    }

    // Closed once more by whoever opened it; all three kinds take that.
    private static void close(Path file, EventSink sink) throws ExportFailedException {
        try {
            sink.close();
        } catch (IOException e) {
            throw new ExportFailedException(file, e);
        }
    }

    private static void finish(Path file, Path part) throws ExportFailedException {
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ExportFailedException(file, e);
        }
    }

    /**
     * Appends a file's events, without deliveries: nothing is sent out again. Those whose ids the store has are left as they are, so that doing it
     * twice, or again after a failure, changes nothing.
     *
     * @return how many events the file has
     * @throws UnreadableEventsException if it has something else; the events before that place are in the store
     */
    public static long load(Path file, EventFormat format, EventStore store) throws IOException {
        List<Event> batch = new ArrayList<>();
        long[] count = {0};
        try {
            format.file().read(file, event -> {
                batch.add(event);
                count[0]++;
                if (batch.size() == AT_ONCE) {
                    store.append(batch, List.of());
                    batch.clear();
                }
            });
        } finally {
            store.append(batch, List.of());
        }
        return count[0];
    }
}
