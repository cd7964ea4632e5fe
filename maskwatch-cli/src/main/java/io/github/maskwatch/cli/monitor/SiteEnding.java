package io.github.maskwatch.cli.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of a run's parts, side by side on daemon threads, with one deadline for all of them. What hangs beyond it is left behind, for the end of the
 * process does to each part no more than kill -9 would. One thread at a time.
 */
final class SiteEnding {
    private static final Executor DAEMONS = task -> {
        Thread thread = new Thread(task, "maskwatch-ending");
        thread.setDaemon(true);
        thread.start();
    };

    private final long begun = System.nanoTime();
    private final Map<String, CompletableFuture<Void>> parts = new LinkedHashMap<>();
    private final List<Throwable> failures = new ArrayList<>();

    /** Ends a part. */
    void end(String part, Runnable closing) {
        endAfter("", part, closing);
    }

    /**
     * Ends a part after another one, however that goes.
     *
     * @param first one of the parts so far, or nothing to wait for
     */
    void endAfter(String first, String part, Runnable closing) {
        CompletableFuture<Void> before = parts.getOrDefault(first, CompletableFuture.completedFuture(null));
        parts.put(part, before.handle((done, failure) -> first).thenRunAsync(closing, DAEMONS));
    }

    /**
     * Waits for the parts so far.
     *
     * @param deadline since this was made
     */
    void await(Duration deadline) {
        for (CompletableFuture<Void> part : parts.values()) {
            try {
                part.get(deadline.toNanos() - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                // It is among the late ones.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The parts that have not ended yet, in the order in which they were to. */
    List<String> late() {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isDone())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Throws what a part threw, an exception without a check or an error; the first of them. */
    void rethrow() {
        for (Throwable failure : failures) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException defect) {
                throw defect;
            }
        }
    }
}
