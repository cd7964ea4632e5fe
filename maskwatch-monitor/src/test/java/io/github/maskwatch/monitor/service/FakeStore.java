package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.EventVisitor;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps events in memory, and refuses them for as long as the test wants. */
final class FakeStore implements EventStore {
    private final Map<EventId, Event> events = new LinkedHashMap<>();
    final List<Delivery> deliveries = new ArrayList<>();
    private final Map<EventId, Wish> wishes = new LinkedHashMap<>();
    private boolean gone;
    private int refused;

    synchronized void gone(boolean now) {
        gone = now;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized List<Event> events() {
        return new ArrayList<>(events.values());
    }

    @Override
    public synchronized void append(List<Event> more, List<Delivery> out) throws IOException {
        if (gone) {
            refused++;
            throw new IOException("the disk is full");
        }
        more.forEach(event -> events.putIfAbsent(event.id(), event));
        more.forEach(event -> wishes.remove(event.id()));
        deliveries.addAll(out);
    }

    @Override
    public void read(EventQuery query, EventVisitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized long count(EventQuery query) {
        return events.size();
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Wishes wishes() {
        return new Wishes() {
            @Override
            public void make(Wish wish) {
                synchronized (FakeStore.this) {
                    wishes.putIfAbsent(wish.id(), wish);
                }
            }

            @Override
            public List<Wish> open(int most) throws IOException {
                synchronized (FakeStore.this) {
                    if (gone) {
                        throw new IOException("the disk is full");
                    }
                    return wishes.values().stream().limit(most).toList();
                }
            }
        };
    }

    @Override
    public void close() {}
}
