package io.github.maskwatch.store.transfer;

import io.github.maskwatch.event.EventVisitor;
import java.io.IOException;
import java.nio.file.Path;

/** A kind of file. Stateless. */
interface EventFile {
    /** Makes the file, or a new one in its place. */
    EventSink write(Path file) throws IOException;

    /**
     * Shows all its events, in its order.
     *
     * @throws UnreadableEventsException if there is something else in it
     */
    void read(Path file, EventVisitor visitor) throws IOException;
}
