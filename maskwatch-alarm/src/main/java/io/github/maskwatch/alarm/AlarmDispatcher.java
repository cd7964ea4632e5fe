package io.github.maskwatch.alarm;

import io.github.maskwatch.event.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Empties the outbox through the channels, on a thread for each, {@code maskwatch-alarm-NAME}: a slow mail server holds up no webhook. What the outbox
 * holds outlives the process, so that after a restart all goes on where it stood; an attempt whose end was not known is made again, with the same
 * id. If a thread dies, as of too little memory, its owner is told, for its channel would deliver nothing any more. Thread-safe. The channels belong to whoever opened them and are closed after this.
 */
public final class AlarmDispatcher implements AutoCloseable {
    /** For what is under way to end by itself; with {@link #LAST_WORD} well below the 5 s that a service has, for channels are closed after it. */
    private static final Duration GRACE = Duration.ofMillis(2500);
    /** For an interrupted delivery. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final List<Desk> desks = new ArrayList<>();
    private final Consumer<Throwable> died;
    private volatile boolean closed;

    private AlarmDispatcher(Consumer<Throwable> died) {
        this.died = died;
    }

    /**
     * Begins to deliver.
     *
     * @param channels each of another name
     * @param random for the jitter; used by one thread at a time
     * @param died is told, on a channel's thread, what it died of; from the moment on at which this begins
     * @throws IllegalArgumentException if two have the same name
     */
    public static AlarmDispatcher start(
            List<? extends AlarmChannel> channels,
            Outbox outbox,
            RetryPolicy policy,
            Clock clock,
            RandomGenerator random,
            Consumer<Throwable> died) {
        requireDifferentNames(channels);
        AlarmDispatcher dispatcher = new AlarmDispatcher(died);
        RandomGenerator shared = new Shared(random);
        for (AlarmChannel channel : channels) {
            Courier courier = new Courier(channel, outbox, policy, clock, System::nanoTime, shared);
            dispatcher.desks.add(dispatcher.new Desk(channel, courier));
        }
        dispatcher.desks.forEach(desk -> desk.thread.start());
        return dispatcher;
    }

    private static void requireDifferentNames(List<? extends AlarmChannel> channels) {
        Set<String> names = new HashSet<>();
        for (AlarmChannel channel : channels) {
            if (!names.add(channel.name())) {
                throw new IllegalArgumentException(
                        "each channel must have a name of its own, got two \"" + channel.name() + "\"");
            }
        }
    }

    /** New deliveries are in the outbox. Returns at once. */
    public void wake() {
        desks.forEach(desk -> desk.bell.release());
    }

    /** Ends within 3 s. What is under way may still arrive; what is left stays in the outbox. Idempotent. */
    @Override
    public void close() {
        closed = true;
        wake();
        boolean interrupted = !join(GRACE);
        desks.forEach(desk -> desk.thread.interrupt());
        interrupted |= !join(LAST_WORD);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if this thread was interrupted. */
    private boolean join(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (Desk desk : desks) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                desk.thread.join(Math.max(1, left));
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** A channel, its thread, and the bell that wakes it. */
    private final class Desk {
        private final Courier courier;
        private final Semaphore bell = new Semaphore(0);
        private final Thread thread;

        Desk(AlarmChannel channel, Courier courier) {
            this.courier = courier;
            thread = new Thread(this::work, "maskwatch-alarm-" + channel.name());
            // A socket that cannot be interrupted must not keep the process.
            thread.setDaemon(true);
        }

        private void work() {
            try {
                while (!closed) {
                    // Rounded up, lest the last millisecond become a busy loop.
                    long wait = courier.round().plusNanos(999_999).toMillis();
                    if (wait > 0 && !closed) {
                        awaitBell(wait);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                died.accept(e);
            }
        }

        private void awaitBell(long millis) throws InterruptedException {
            if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        }
    }

    /** Lends one generator to several threads. */
    private record Shared(RandomGenerator random) implements RandomGenerator {
        @Override
        public synchronized long nextLong() {
            return random.nextLong();
        }
    }
}
