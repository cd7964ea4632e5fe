package io.github.maskwatch.alarm;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.Outbox;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An outbox over rows that outlive it, as a table outlives a process. */
final class InMemoryOutbox implements Outbox {
    private final List<Pending> rows;
    final List<EventId> abandoned = new ArrayList<>();
    boolean broken;
    boolean defective;

    InMemoryOutbox(List<Pending> rows) {
        this.rows = rows;
    }

    synchronized void put(String channel, Event event) {
        rows.add(new Pending(new Delivery(event.id(), channel, event.time(), 0), event));
    }

    private void check() throws IOException {
        if (broken) {
            throw new IOException("the table is locked");
        }
        if (defective) {
            throw new IllegalStateException("no such column");
        }
    }

    @Override
    public synchronized List<Pending> due(String channel, Instant now, int most) throws IOException {
        check();
        return rows.stream()
                .filter(each -> each.delivery().channel().equals(channel)
                        && !each.delivery().due().isAfter(now))
                .sorted(Comparator.comparing((Pending each) -> each.delivery().due()))
                .limit(most)
                .toList();
    }

    private void remove(Delivery delivery) throws IOException {
        check();
        rows.removeIf(each -> each.delivery().event().equals(delivery.event())
                && each.delivery().channel().equals(delivery.channel()));
    }

    @Override
    public synchronized void delivered(Delivery delivery) throws IOException {
        remove(delivery);
    }

    @Override
    public synchronized void failed(Delivery delivery, Instant next) throws IOException {
        check();
        rows.replaceAll(each -> each.delivery().equals(delivery)
                ? new Pending(
                        new Delivery(delivery.event(), delivery.channel(), next, delivery.attempts() + 1), each.event())
                : each);
    }

    @Override
    public synchronized void abandoned(Delivery delivery) throws IOException {
        remove(delivery);
        abandoned.add(delivery.event());
    }

    @Override
    public synchronized long abandonAllBut(Set<String> channels) {
        long before = rows.size();
        rows.removeIf(each -> !channels.contains(each.delivery().channel()));
        return before - rows.size();
    }

    @Override
    public synchronized long size() {
        return rows.size();
    }
}
