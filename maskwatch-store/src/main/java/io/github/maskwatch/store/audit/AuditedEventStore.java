package io.github.maskwatch.store.audit;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.EventVisitor;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.Wishes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A store with a tamper-evident log beside it. Each event is written to the store together with a delivery to the log, so that after a kill or a full disk the log gets what it
 * lacks, and gets it once. When {@link #append} returns, both have the events. Thread-safe; closes both.
 */
public final class AuditedEventStore implements EventStore {
    /** The log's name among the channels. */
    public static final String CHANNEL = "audit log";

    private static final int AT_ONCE = 256;

    private final EventStore store;
    private final AuditLog log;

    /** @throws IOException if the log cannot be given what it lacks */
    public AuditedEventStore(EventStore store, AuditLog log) throws IOException {
        this.store = store;
        this.log = log;
        fill();
    }

    @Override
    public void append(List<Event> events, List<Delivery> deliveries) throws IOException {
        List<Delivery> all = new ArrayList<>(deliveries);
        for (Event event : events) {
            all.add(new Delivery(event.id(), CHANNEL, Instant.EPOCH, 0));
        }
        store.append(events, all);
        fill();
    }

    private synchronized void fill() throws IOException {
        List<Outbox.Pending> missing = missing();
        while (!missing.isEmpty()) {
            log.append(missing.stream()
                    .map(Outbox.Pending::event)
                    .filter(event -> !log.endsWith(event.id()))
                    .toList());
            store.outbox()
                    .delivered(missing.stream().map(Outbox.Pending::delivery).toList());
            missing = missing();
        }
    }

    private List<Outbox.Pending> missing() throws IOException {
        return store.outbox().due(CHANNEL, Instant.EPOCH, AT_ONCE);
    }

    @Override
    public void read(EventQuery query, EventVisitor visitor) throws IOException {
        store.read(query, visitor);
    }

    @Override
    public long count(EventQuery query) throws IOException {
        return store.count(query);
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public Wishes wishes() {
        return store.wishes();
    }

    @Override
    public void close() throws IOException {
        try (log) {
            store.close();
        }
    }
}
