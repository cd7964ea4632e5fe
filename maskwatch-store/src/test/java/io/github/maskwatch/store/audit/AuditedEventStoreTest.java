package io.github.maskwatch.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.store.DatabaseEventStore;
import io.github.maskwatch.store.SomeEvents;
import io.github.maskwatch.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditedEventStoreTest {
    private static final KeyPair KEYS = AuditKeys.random();

    private final SomeEvents some = new SomeEvents(new Random(9));

    @TempDir
    Path folder;

    private EventStore store() throws IOException {
        return DatabaseEventStore.open(new StoreAddress.InFile(folder.resolve("events.db")));
    }

    private AuditLog log() throws IOException {
        return AuditLog.open(folder.resolve("audit.log"), KEYS);
    }

    private long logged() throws IOException {
        return new AuditVerifier(folder.resolve("audit.log"), KEYS.getPublic())
                .verify(null)
                .events();
    }

    @Test
    void bothHaveTheEventsAndOtherDeliveriesStay() throws IOException {
        List<Event> events = some.list(20);
        try (EventStore store = new AuditedEventStore(store(), log())) {
            store.append(events, List.of(new Delivery(events.get(3).id(), "mail", Instant.EPOCH, 0)));
            store.append(events, List.of());

            assertThat(store.count(EventQuery.ALL)).isEqualTo(20);
            assertThat(store.outbox().size()).isEqualTo(1);
        }
        assertThat(logged()).isEqualTo(20);
    }

    @Test
    void manyAtOnceComeInPieces() throws IOException {
        try (EventStore store = new AuditedEventStore(store(), log())) {
            store.append(some.list(700), List.of());
        }
        assertThat(logged()).isEqualTo(700);
    }

    @Test
    void killedBeforeTheLogTheLogGetsItAtTheNextStart() throws IOException {
        AuditLog closed = log();
        EventStore audited = new AuditedEventStore(store(), closed);
        closed.close();
        assertThatIOException().isThrownBy(() -> audited.append(some.list(5), List.of()));
        audited.close();

        new AuditedEventStore(store(), log()).close();

        assertThat(logged()).isEqualTo(5);
    }

    @Test
    void killedAfterTheLogItIsThereOnce() throws IOException {
        Event event = some.list(1).get(0);
        try (EventStore store = store();
                AuditLog log = log()) {
            store.append(
                    List.of(event), List.of(new Delivery(event.id(), AuditedEventStore.CHANNEL, Instant.EPOCH, 0)));
            log.append(store.outbox().due(AuditedEventStore.CHANNEL, Instant.EPOCH, 9).stream()
                    .map(Outbox.Pending::event)
                    .toList());
        }

        try (EventStore store = new AuditedEventStore(store(), log())) {
            assertThat(store.outbox().size()).isZero();
            store.append(some.list(1), List.of());
        }

        assertThat(logged()).isEqualTo(2);
    }
}
