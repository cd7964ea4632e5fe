package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.store.Retention;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What is done every now and then beside the watching: old events and pictures forgotten, the claim on the store looked after. */
final class SiteTidying implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration CLAIM_PAUSE = Duration.ofSeconds(5);
    private static final Duration LATEST_END = Duration.ofSeconds(2);
    /** One of them is free for the claim while the other one deletes. */
    private static final int THREADS = 2;

    private final SiteLog log;
    private final Consumer<Throwable> died;
    private final ScheduledExecutorService executor;

    /** @param died is told what a task died of, which would not be done again */
    SiteTidying(SiteLog log, Consumer<Throwable> died) {
        this.log = log;
        this.died = died;
        executor = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "maskwatch-tidying");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param lost if it is lost to another service */
    void claim(SiteStore store, Runnable lost) {
        every(CLAIM_PAUSE, () -> store.lookAfterClaim(lost));
    }

    void events(SiteStore store, Retention retention, Clock clock) {
        if (!retention.equals(Retention.FOREVER)) {
            every(PAUSE, () -> forget("store", "events", () -> store.forget(retention, clock.instant())));
        }
    }

    void pictures(AlarmPictures kept, Clock clock) {
        every(PAUSE, () -> forget("pictures", "pictures", () -> kept.forget(clock.instant())));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
    void once(Duration after, Runnable task) {
        executor.schedule(() -> guarded(task), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // It ends with the executor, and the tasks tell their failures themselves.
    private void every(Duration pause, Runnable task) {
        executor.scheduleWithFixedDelay(() -> guarded(task), 0, pause.toSeconds(), TimeUnit.SECONDS);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            died.accept(e);
        }
    }

    /** Deletes something; how much of it. */
    @FunctionalInterface
    private interface Forgetter {
        long forget() throws IOException;
    }

    private void forget(String subject, String what, Forgetter forgetter) {
        try {
            long forgotten = forgetter.forget();
            if (forgotten > 0) {
                log.line(SiteLog.Level.INFO, subject, forgotten + " old " + what + " deleted");
            }
        } catch (IOException | RuntimeException e) {
            log.line(SiteLog.Level.WARN, subject, "old " + what + " cannot be deleted: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(LATEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
