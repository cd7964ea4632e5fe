package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.ServiceNoted;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Writes events on a thread of its own and tells of them afterwards, never before. While the store cannot be written, events wait in memory, up
 * to a limit; those beyond it are counted, and the store is told of them when it is back. If the thread dies, as of too little memory, its owner is told, for nothing
 * would be stored any more. {@link #submit} never waits. Thread-safe.
 */
final class EventWriter {
    private static final int MOST_AT_ONCE = 1000;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final EventStore store;
    private final OpenWishes wishes;
    private final EventReaction reaction;
    private final MonitorListener listener;
    private final Consumer<Instant> everySecond;
    private final int mostWaiting;
    private final Duration retry;
    private final Clock clock;
    private final RandomGenerator random;
    private final Consumer<Throwable> died;
    private final Thread thread = new Thread(this::run, "maskwatch-events");
    private final Queue<Event> waiting = new ArrayDeque<>();

    private long lost;
    private boolean closing;
    private long deadlineNanos;
    /** Events in the hands of the thread, not yet written. */
    private int writing;
    /** Of the thread alone. */
    private boolean failing;

    private boolean defectTold;

    /**
     * @param retry how long to wait after a failure
     * @param died is told, on the thread, what it died of
     */
    EventWriter(
            EventStore store,
            EventReaction reaction,
            MonitorListener listener,
            Consumer<Instant> everySecond,
            int mostWaiting,
            Duration retry,
            Clock clock,
            RandomGenerator random,
            Consumer<Throwable> died) {
        this.store = store;
        this.wishes = new OpenWishes(store.wishes());
        this.reaction = reaction;
        this.listener = listener;
        this.everySecond = everySecond;
        this.mostWaiting = mostWaiting;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
        this.died = died;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    synchronized void submit(List<? extends Event> events) {
        for (Event event : events) {
            if (waiting.size() < mostWaiting) {
                waiting.add(event);
            } else {
                lost++;
            }
        }
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                List<Event> batch = next();
                if (batch.isEmpty() && over()) {
                    return;
                }
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            died.accept(e);
        } catch (RuntimeException | Error e) {
            died.accept(e);
        }
    }

    /** What waits; empty after a second without anything, or at the end. */
    private synchronized List<Event> next() throws InterruptedException {
        long end = System.nanoTime() + TICK.toNanos();
        while (waiting.isEmpty() && !closing) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        List<Event> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < MOST_AT_ONCE) {
            batch.add(waiting.remove());
        }
        writing = batch.size();
        return batch;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized boolean over() {
        return closing && waiting.isEmpty();
    }

    private void write(List<Event> waited) throws InterruptedException {
        Instant now = clock.instant();
        guarded("statistics", () -> everySecond.accept(now));
        List<Event> batch = new ArrayList<>(waited);
        if (!isClosing()) {
            guarded("wishes", () -> batch.addAll(wishes.notes(now)));
        }
        EventReaction.Outcome outcome = outcome(batch, now);
        List<Event> all = new ArrayList<>(batch);
        all.addAll(outcome.events());
        if (all.isEmpty()) {
            return;
        }
        if (append(all, outcome.deliveries())) {
            written();
            guarded("a listener", () -> listener.happened(List.copyOf(all)));
        } else {
            abandon(all.size());
        }
    }

    /** A rule that fails must not keep events from being written. */
    private EventReaction.Outcome outcome(List<Event> batch, Instant now) {
        List<EventReaction.Outcome> outcome = new ArrayList<>();
        guarded("a rule", () -> outcome.add(reaction.to(List.copyOf(batch), now)));
        return outcome.isEmpty() ? EventReaction.Outcome.NOTHING : outcome.get(0);
    }

    /** Tries until it succeeds or the time to close is over. The same events under the same ids: appending twice is safe. */
    private boolean append(List<Event> events, List<Delivery> deliveries) throws InterruptedException {
        while (true) {
            try {
                store.append(events, deliveries);
                return true;
            } catch (IOException | RuntimeException e) {
                if (!failing) {
                    failing = true;
                    guarded("a listener", () -> listener.storeFailed(e));
                }
            }
            if (!awaitRetry()) {
                return false;
            }
        }
    }

    private synchronized void abandon(int events) {
        writing = 0;
        lost += events;
    }

    /** Whether to try again. */
    private synchronized boolean awaitRetry() throws InterruptedException {
        long end = System.nanoTime() + retry.toNanos();
        while (true) {
            long now = System.nanoTime();
            if (closing && now >= deadlineNanos) {
                return false;
            }
            long millis = ((closing ? Math.min(end, deadlineNanos) : end) - now) / 1_000_000;
            if (millis <= 0) {
                return true;
            }
            wait(millis);
        }
    }

    private void written() {
        if (!failing) {
            takeLost();
            return;
        }
        failing = false;
        long gone = takeLost();
        guarded("a listener", () -> listener.storeIsBack(gone));
    }

    /** The record itself says what is missing in it. */
    private synchronized long takeLost() {
        writing = 0;
        long gone = lost;
        lost = 0;
        if (gone > 0) {
            Instant now = clock.instant();
            waiting.add(new ServiceNoted(
                    EventId.random(now, random),
                    now,
                    "events_lost",
                    gone + " events were lost while the store could not be written"));
        }
        return gone;
    }

    private void guarded(String where, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (!defectTold) {
                defectTold = true;
                tellDefect(where, e);
            }
        }
    }

    private void tellDefect(String where, RuntimeException why) {
        try {
            listener.defect(where, why);
        } catch (RuntimeException again) {
            // It cannot even be told. The events are written all the same.
            return;
        }
    }

    /**
     * Writes what waits and ends.
     *
     * @return events that could not be written in this time
     */
    long close(Duration atMost) throws InterruptedException {
        synchronized (this) {
            closing = true;
            deadlineNanos = System.nanoTime() + atMost.toNanos();
            notifyAll();
        }
        // A little more, for the store's last answer.
        thread.join(atMost.toMillis() + 200);
        synchronized (this) {
            return waiting.size() + writing + lost;
        }
    }
}
