package io.github.maskwatch.event;

import java.io.IOException;
import java.util.List;

/** Where events are kept. Thread-safe. Whoever opens it closes it. */
public interface EventStore extends AutoCloseable {

    /**
     * Writes events, and with them what is to be sent out because of them: all or nothing. When it returns, they outlive a power cut. An event whose
     * id is there already is left as it is, so that appending again after a failure of unknown end is safe; its deliveries are, too.
     *
     * @param deliveries of these events only
     * @throws IOException if they could not be written; then none is
     */
    void append(List<Event> events, List<Delivery> deliveries) throws IOException;

    /** Shows the events by time, those of the same moment by id. */
    void read(EventQuery query, EventVisitor visitor) throws IOException;

    /** How many there are. */
    long count(EventQuery query) throws IOException;

    /** What is still to be sent out. */
    Outbox outbox();

    /** What the service is asked to note. Appending the note of a wish fulfils it. */
    Wishes wishes();

    @Override
    void close() throws IOException;
}
