package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store forgets, and what it never does. */
abstract class RetentionContract {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final SomeEvents events = new SomeEvents(new Random(5));

    abstract DatabaseEventStore open() throws Exception;

    /** One a minute, the newest now. */
    private List<Event> filled(DatabaseEventStore store, int count) throws IOException {
        List<Event> all = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            all.add(events.at(NOW.minus(Duration.ofMinutes(i))));
        }
        store.append(all, List.of());
        return all;
    }

    private static List<Event> all(DatabaseEventStore store) throws IOException {
        List<Event> found = new ArrayList<>();
        store.read(EventQuery.ALL, found::add);
        return found;
    }

    @Test
    void forgetsWhatIsOlder() throws Exception {
        try (DatabaseEventStore store = open()) {
            List<Event> written = filled(store, 3_000);

            long forgotten = store.forget(new Retention(Duration.ofMinutes(499), null), NOW);

            assertThat(forgotten).isEqualTo(2_500);
            assertThat(all(store)).containsExactlyElementsOf(written.subList(2_500, 3_000));
            assertThat(store.forget(new Retention(Duration.ofMinutes(499), null), NOW))
                    .isZero();
        }
    }

    @Test
    void forgetsTheOldestWhereItIsTooLargeAndGivesTheSpaceBack() throws Exception {
        try (DatabaseEventStore store = open()) {
            List<Event> written = filled(store, 20_000);
            long before = store.sizeBytes();
            long most = before / 2;

            long forgotten = store.forget(new Retention(null, most), NOW);

            assertThat(store.sizeBytes()).isBetween(most / 2, most);
            assertThat(forgotten).isBetween(5_000L, 15_000L);
            assertThat(all(store)).containsExactlyElementsOf(written.subList((int) forgotten, 20_000));
        }
    }

    @Test
    void keepsWhatIsStillToBeSent() throws Exception {
        try (DatabaseEventStore store = open()) {
            Event old = events.at(NOW.minus(Duration.ofDays(400)));
            Delivery delivery = new Delivery(old.id(), "mail", NOW, 3);
            store.append(List.of(old), List.of(delivery));
            filled(store, 10);

            store.forget(new Retention(Duration.ofMillis(1), 1L), NOW.plusSeconds(60));

            assertThat(all(store)).containsExactly(old);
            assertThat(store.outbox().due("mail", NOW, 9)).hasSize(1);
            store.outbox().delivered(delivery);
            store.forget(new Retention(Duration.ofDays(1), null), NOW);
            assertThat(all(store)).isEmpty();
        }
    }

    @Test
    void foreverForgetsNothing() throws Exception {
        try (DatabaseEventStore store = open()) {
            filled(store, 10);

            assertThat(store.forget(Retention.FOREVER, NOW)).isZero();
        }
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(Duration.ZERO, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(null, 0L));
    }
}
