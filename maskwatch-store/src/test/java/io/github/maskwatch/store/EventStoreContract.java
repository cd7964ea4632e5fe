package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.Outbox;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of events has to do. */
abstract class EventStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456789Z");
    private static final CameraId DOOR = new CameraId("door");

    private final Random random = new Random(7);
    private EventStore store;

    /** An empty store the first time, then the same one again. */
    abstract EventStore open() throws Exception;

    @BeforeEach
    void openIt() throws Exception {
        store = open();
    }

    @AfterEach
    void closeIt() throws Exception {
        store.close();
    }

    private Event appeared(Instant time) {
        return appeared(time, DOOR);
    }

    private Event appeared(Instant time, CameraId camera) {
        return new PersonAppeared(EventId.random(time, random), time, camera, TrackId.random(random));
    }

    private static Delivery delivery(Event event, String channel, Instant due) {
        return new Delivery(event.id(), channel, due, 0);
    }

    private List<Event> all() throws IOException {
        return matching(EventQuery.ALL);
    }

    private List<Event> matching(EventQuery query) throws IOException {
        List<Event> found = new ArrayList<>();
        store.read(query, found::add);
        assertThat(store.count(query)).isEqualTo(found.size());
        return found;
    }

    @Test
    void isEmptyAtFirst() throws IOException {
        assertThat(all()).isEmpty();
        assertThat(store.outbox().size()).isZero();
    }

    @Test
    void givesEveryKindOfEventBackAsItWas() throws IOException {
        List<Event> events = new SomeEvents(random).list(500);

        store.append(events, List.of());

        assertThat(all())
                .containsExactlyElementsOf(events.stream()
                        .sorted(Comparator.comparing(Event::time).thenComparing(Event::id))
                        .toList());
    }

    @Test
    void keepsThemWhenItIsClosed() throws Exception {
        Event event = appeared(NOON);
        store.append(List.of(event), List.of(delivery(event, "mail", NOON)));
        store.close();

        store = open();

        assertThat(all()).containsExactly(event);
        assertThat(store.outbox().size()).isEqualTo(1);
    }

    @Test
    void readsByTimeAndThenById() throws IOException {
        Event later = appeared(NOON.plusNanos(1));
        List<Event> together = new ArrayList<>(List.of(appeared(NOON), appeared(NOON), appeared(NOON)));
        store.append(List.of(later), List.of());
        store.append(together, List.of());

        together.sort(Comparator.comparing(Event::id));
        together.add(later);
        assertThat(all()).containsExactlyElementsOf(together);
    }

    @Test
    void anIdIsThereOnce() throws IOException {
        Event first = appeared(NOON);
        Event second =
                new PersonAppeared(first.id(), NOON.plusSeconds(1), new CameraId("yard"), TrackId.random(random));

        store.append(List.of(first), List.of(delivery(first, "mail", NOON)));
        store.append(List.of(second, appeared(NOON), second), List.of(delivery(second, "mqtt", NOON)));

        assertThat(all()).hasSize(2).contains(first);
        assertThat(store.outbox().due("mqtt", NOON, 9)).isEmpty();
    }

    @Test
    void whatWasDeliveredStaysDeliveredWhenItsEventIsAppendedAgain() throws IOException {
        Event event = appeared(NOON);
        List<Delivery> deliveries = List.of(delivery(event, "mail", NOON));
        store.append(List.of(event), deliveries);
        store.outbox().delivered(deliveries);

        store.append(List.of(event), deliveries);

        assertThat(store.outbox().size()).isZero();
    }

    @Test
    void twoDeliveriesOfOneEventToOneChannelAreOne() throws IOException {
        Event event = appeared(NOON);

        store.append(List.of(event), List.of(delivery(event, "mail", NOON), delivery(event, "mail", NOON)));

        assertThat(store.outbox().size()).isEqualTo(1);
    }

    @Test
    void refusesADeliveryOfAnotherEventAndWritesNothing() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> store.append(List.of(appeared(NOON)), List.of(delivery(appeared(NOON), "mail", NOON))));
        assertThat(all()).isEmpty();
    }

    @Test
    void refusesATimeThatItCannotKeepAndWritesNothing() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(
                        List.of(appeared(NOON), appeared(Instant.parse("2400-01-01T00:00:00Z"))), List.of()))
                .withMessageContaining("1678");
        assertThat(all()).isEmpty();
    }

    @Test
    void keepsTheFirstAndTheLastMomentThatItCan() throws IOException {
        Instant first = EpochNanos.time(Long.MIN_VALUE);
        Instant last = EpochNanos.time(Long.MAX_VALUE);

        store.append(
                List.of(
                        new ServiceNoted(EventId.random(NOON, random), first, "a", ""),
                        new ServiceNoted(EventId.random(NOON, random), last, "b", "")),
                List.of());

        assertThat(all()).extracting(Event::time).containsExactly(first, last);
    }

    @Test
    void whatIsNoTextIsReplaced() throws IOException {
        store.append(
                List.of(new ServiceNoted(EventId.random(NOON, random), NOON, "odd", "a\u0000b\uD800c\uD83D\uDE37")),
                List.of());

        assertThat(all()).extracting(event -> event.row().text()).containsExactly("a\uFFFDb\uFFFDc\uD83D\uDE37");
    }

    @Test
    void findsByTimeCameraAndKind() throws IOException {
        Event early = appeared(NOON.minusSeconds(1));
        Event noon = appeared(NOON, new CameraId("yard"));
        Event late = appeared(NOON.plusNanos(1));
        Event alarm =
                new AlarmRaised(EventId.random(NOON, random), NOON.plusNanos(2), null, "few", null, null, null, "");
        store.append(List.of(late, early, alarm, noon), List.of());

        assertThat(matching(new EventQuery(NOON, null, Set.of(), Set.of()))).containsExactly(noon, late, alarm);
        assertThat(matching(new EventQuery(null, NOON, Set.of(), Set.of()))).containsExactly(early);
        assertThat(matching(new EventQuery(NOON, NOON.plusNanos(2), Set.of(DOOR), Set.of())))
                .containsExactly(late);
        assertThat(matching(new EventQuery(null, null, Set.of(DOOR, new CameraId("yard")), Set.of())))
                .containsExactly(early, noon, late);
        assertThat(matching(new EventQuery(null, null, Set.of(), Set.of(EventKind.ALARM, EventKind.LEFT))))
                .containsExactly(alarm);
        assertThat(matching(new EventQuery(Instant.MIN, Instant.MAX, Set.of(), Set.of())))
                .hasSize(4);
    }

    @Test
    void writesWhileItReads() throws IOException {
        store.append(List.of(appeared(NOON), appeared(NOON)), List.of());

        List<Event> seen = new ArrayList<>();
        store.read(EventQuery.ALL, event -> {
            seen.add(event);
            store.append(List.of(appeared(NOON.plusSeconds(seen.size()))), List.of());
        });

        assertThat(seen).hasSize(2);
        assertThat(all()).hasSize(4);
    }

    @Test
    void aVisitorsFailureEndsTheReading() throws IOException {
        store.append(List.of(appeared(NOON), appeared(NOON)), List.of());

        assertThatIOException()
                .isThrownBy(() -> store.read(EventQuery.ALL, event -> {
                    throw new IOException("full");
                }))
                .withMessage("full");
        assertThat(all()).hasSize(2);
    }

    @Test
    void theOutboxGivesWhatIsDueTheOldestFirst() throws IOException {
        Event one = appeared(NOON);
        Event two = appeared(NOON);
        Event three = appeared(NOON);
        store.append(
                List.of(one, two, three),
                List.of(
                        delivery(one, "mail", NOON.plusNanos(2)),
                        delivery(two, "mail", NOON.plusNanos(1)),
                        delivery(three, "mail", NOON.plusNanos(3)),
                        delivery(one, "mqtt", NOON)));
        Outbox outbox = store.outbox();

        assertThat(outbox.due("mail", NOON, 9)).isEmpty();
        assertThat(outbox.due("mail", NOON.plusNanos(2), 9))
                .containsExactly(
                        new Outbox.Pending(delivery(two, "mail", NOON.plusNanos(1)), two),
                        new Outbox.Pending(delivery(one, "mail", NOON.plusNanos(2)), one));
        assertThat(outbox.due("mail", Instant.MAX, 1)).hasSize(1);
        assertThat(outbox.due("mqtt", NOON, 9)).hasSize(1);
        assertThat(outbox.due("fax", NOON, 9)).isEmpty();
        assertThat(outbox.size()).isEqualTo(4);
    }

    @Test
    void whatFailedComesAgainLaterAndCountsItsAttempts() throws IOException {
        Event event = appeared(NOON);
        store.append(List.of(event), List.of(delivery(event, "mail", NOON)));
        Outbox outbox = store.outbox();

        outbox.failed(delivery(event, "mail", NOON), NOON.plusSeconds(5));

        assertThat(outbox.due("mail", NOON.plusSeconds(4), 9)).isEmpty();
        assertThat(outbox.due("mail", NOON.plusSeconds(5), 9))
                .extracting(Outbox.Pending::delivery)
                .containsExactly(new Delivery(event.id(), "mail", NOON.plusSeconds(5), 1));
    }

    @Test
    void whatArrivedOrWasGivenUpIsForgotten() throws IOException {
        Event event = appeared(NOON);
        Event other = appeared(NOON);
        store.append(
                List.of(event, other),
                List.of(
                        delivery(event, "mail", NOON),
                        delivery(event, "mqtt", NOON),
                        delivery(other, "mail", NOON),
                        delivery(other, "mqtt", NOON)));
        Outbox outbox = store.outbox();

        outbox.delivered(delivery(event, "mail", NOON));
        outbox.abandoned(delivery(event, "mqtt", NOON));
        outbox.delivered(List.of(delivery(other, "mail", NOON), delivery(other, "mqtt", NOON)));
        outbox.delivered(delivery(event, "mail", NOON));

        assertThat(outbox.size()).isZero();
        assertThat(all()).hasSize(2);
    }

    @Test
    void whatChannelsThatAreGoneWereToSendIsForgotten() throws IOException {
        Event event = appeared(NOON);
        store.append(
                List.of(event),
                List.of(
                        delivery(event, "mail", NOON),
                        delivery(event, "mail\u0000", NOON),
                        delivery(event, "old hook", NOON),
                        delivery(event, "mqtt", NOON)));
        Outbox outbox = store.outbox();

        assertThat(outbox.abandonAllBut(Set.of("mqtt", "mail", "mail\u0000"))).isEqualTo(1);
        assertThat(outbox.due("old hook", NOON, 9)).isEmpty();
        assertThat(outbox.size()).isEqualTo(3);
        assertThat(outbox.abandonAllBut(Set.of("mqtt", "new hook"))).isEqualTo(2);
        assertThat(outbox.due("mqtt", NOON, 9)).hasSize(1);
        assertThat(outbox.abandonAllBut(Set.of())).isEqualTo(1);
        assertThat(outbox.size()).isZero();
        assertThat(all()).containsExactly(event);
    }

    private Wish wish(Instant made, String name) {
        return new Wish(EventId.random(made, random), made, name, "text of " + name);
    }

    @Test
    void wishesAreOpenUntilTheirNoteIsWritten() throws IOException {
        Wish later = wish(NOON.plusNanos(1), "later");
        Wish first = wish(NOON, "first");
        Wishes wishes = store.wishes();
        wishes.make(later);
        wishes.make(first);
        wishes.make(first);

        assertThat(wishes.open(9)).containsExactly(first, later);
        assertThat(wishes.open(1)).containsExactly(first);
        store.append(List.of(appeared(NOON), first.fulfilled(NOON.plusSeconds(2))), List.of());

        assertThat(wishes.open(9)).containsExactly(later);
        assertThat(all()).hasSize(2).contains(first.fulfilled(NOON.plusSeconds(2)));
    }

    @Test
    void aWishOutlivesItsProcessAndIsFulfilledOnce() throws Exception {
        Wish wish = wish(NOON, "snoozed");
        store.wishes().make(wish);
        store.close();

        store = open();
        assertThat(store.wishes().open(9)).containsExactly(wish);
        store.append(List.of(wish.fulfilled(NOON)), List.of());
        // As after an append of which nobody knows whether it succeeded.
        store.append(List.of(wish.fulfilled(NOON.plusSeconds(1))), List.of());

        assertThat(all()).containsExactly(wish.fulfilled(NOON));
        assertThat(store.wishes().open(9)).isEmpty();
    }

    @Test
    void aWishStaysOpenWhereItsNoteCouldNotBeWritten() throws IOException {
        Wish wish = wish(NOON, "snoozed");
        store.wishes().make(wish);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(
                        List.of(wish.fulfilled(NOON), appeared(Instant.parse("2400-01-01T00:00:00Z"))), List.of()));

        assertThat(store.wishes().open(9)).containsExactly(wish);
    }

    @Test
    void appendsNothing() throws IOException {
        store.append(List.of(), List.of());

        assertThat(all()).isEmpty();
    }

    @Test
    void aClosedOneSaysSo() throws IOException {
        store.close();

        assertThatIOException()
                .isThrownBy(() -> store.append(List.of(appeared(NOON)), List.of()))
                .withMessageContaining("closed");
        assertThatIOException().isThrownBy(this::all).withMessageContaining("closed");
    }
}
