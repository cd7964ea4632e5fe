package io.github.maskwatch.monitor.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventWriterTest {
    private static final Duration RETRY = Duration.ofMillis(10);

    private final Random random = new Random(1);
    private final FakeStore store = new FakeStore();
    private final Told told = new Told();

    /** Checks that nothing is told before it is written. */
    private final class Told implements MonitorListener {
        final List<Event> events = Collections.synchronizedList(new ArrayList<>());
        final List<String> news = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void happened(List<Event> happened) {
            if (!store.events().containsAll(happened)) {
                news.add("told before it was written");
            }
            events.addAll(happened);
        }

        @Override
        public void storeFailed(Exception why) {
            news.add("failed: " + why.getMessage());
        }

        @Override
        public void storeIsBack(long lost) {
            news.add("back, lost " + lost);
        }

        @Override
        public void defect(String where, RuntimeException why) {
            news.add(where + ": " + why.getMessage());
        }
    }

    private EventWriter writer(EventReaction reaction, int mostWaiting) {
        EventWriter writer = new EventWriter(
                store,
                reaction,
                told,
                now -> {},
                mostWaiting,
                RETRY,
                Clock.systemUTC(),
                random,
                why -> told.news.add("died: " + why));
        writer.begin();
        return writer;
    }

    private List<Event> events(int n) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Instant time = Instant.EPOCH.plusSeconds(i);
            events.add(new ServiceNoted(EventId.random(time, random), time, "number", String.valueOf(i)));
        }
        return events;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    @Test
    void writesInOrderAndTellsAfterwards() throws Exception {
        EventWriter writer = writer(EventReaction.NONE, 10_000);
        List<Event> events = events(5000);
        events.forEach(event -> writer.submit(List.of(event)));
        assertThat(writer.close(Duration.ofSeconds(5))).isZero();
        assertThat(store.events()).isEqualTo(events);
        assertThat(told.events).isEqualTo(events);
        assertThat(told.news).isEmpty();
    }

    @Test
    void aStoreThatIsGoneForAWhileLosesNothing() throws Exception {
        EventWriter writer = writer(EventReaction.NONE, 10_000);
        store.gone(true);
        List<Event> events = events(50);
        writer.submit(events.subList(0, 20));
        until(() -> store.refused() > 3);
        writer.submit(events.subList(20, 50));
        assertThat(told.events).isEmpty();
        store.gone(false);
        until(() -> told.events.size() == 50);
        assertThat(store.events()).isEqualTo(events);
        assertThat(writer.close(Duration.ofSeconds(5))).isZero();
        assertThat(told.news).as("each once").containsExactly("failed: the disk is full", "back, lost 0");
    }

    @Test
    void whatIsTooMuchIsCountedAndNoted() throws Exception {
        EventWriter writer = writer(EventReaction.NONE, 100);
        store.gone(true);
        writer.submit(events(1));
        until(() -> store.refused() > 0);
        writer.submit(events(130));
        store.gone(false);
        until(() -> told.events.size() == 102);
        writer.close(Duration.ofSeconds(5));
        assertThat(told.news).containsExactly("failed: the disk is full", "back, lost 30");
        assertThat(store.events().get(101)).isInstanceOfSatisfying(ServiceNoted.class, note -> {
            assertThat(note.name()).isEqualTo("events_lost");
            assertThat(note.text()).startsWith("30 events");
        });
    }

    @Test
    void itEndsInTimeWithoutAStoreAndSaysWhatIsLeftBehind() throws Exception {
        EventWriter writer = writer(EventReaction.NONE, 10_000);
        store.gone(true);
        writer.submit(events(7));
        until(() -> store.refused() > 0);
        writer.submit(events(5));
        assertThat(writer.close(Duration.ofMillis(50))).isEqualTo(12);
    }

    @Test
    void alarmsAreWrittenWithTheirEvents() throws Exception {
        EventReaction alarm = (events, now) -> {
            List<Event> alarms = new ArrayList<>();
            List<Delivery> deliveries = new ArrayList<>();
            for (Event event : events) {
                EventId id = EventId.random(now, random);
                alarms.add(new AlarmRaised(id, now, null, "each", null, null, null, "because of " + event.id()));
                deliveries.add(new Delivery(id, "mail", now, 0));
            }
            return new EventReaction.Outcome(alarms, deliveries);
        };
        EventWriter writer = writer(alarm, 10_000);
        store.gone(true);
        writer.submit(events(3));
        until(() -> store.refused() > 3);
        store.gone(false);
        writer.close(Duration.ofSeconds(5));
        assertThat(store.events()).as("once, however often it was tried").hasSize(6);
        assertThat(store.deliveries).hasSize(3);
    }

    @Test
    void wishesAreNotedOnceAndRulesSeeThem() throws Exception {
        List<Event> seen = Collections.synchronizedList(new ArrayList<>());
        EventWriter writer = writer(
                (events, now) -> {
                    seen.addAll(events);
                    return EventReaction.Outcome.NOTHING;
                },
                10_000);
        store.gone(true);
        Wish wish = new Wish(EventId.random(Instant.EPOCH, random), Instant.EPOCH, "snoozed", "all until then");
        store.wishes().make(wish);
        writer.submit(events(1));
        until(() -> store.refused() > 3);
        store.gone(false);
        until(() -> told.events.size() == 2);
        assertThat(writer.close(Duration.ofSeconds(5))).isZero();
        assertThat(store.events().get(1)).isInstanceOfSatisfying(ServiceNoted.class, note -> {
            assertThat(note.id()).isEqualTo(wish.id());
            assertThat(note.name()).isEqualTo("snoozed");
            assertThat(note.text()).isEqualTo("all until then");
        });
        assertThat(seen).isEqualTo(store.events());
        assertThat(store.wishes().open(9)).isEmpty();
    }

    @Test
    void aRuleThatThrowsKeepsNoEventFromBeingWritten() throws Exception {
        EventWriter writer = writer(
                (events, now) -> {
                    throw new IllegalStateException("a defect of a rule");
                },
                10_000);
        for (Event event : events(5)) {
            writer.submit(List.of(event));
        }
        writer.close(Duration.ofSeconds(5));
        assertThat(store.events()).hasSize(5);
        assertThat(told.news).containsExactly("a rule: a defect of a rule");
    }
}
