package io.github.maskwatch.training.dataset;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens every photo once, on all processors, and keeps what is wanted to be known of each.
 *
 * @param photos in the order of the files
 * @param broken those that could not be used
 */
public record PhotoCheck<T>(List<T> photos, List<BrokenPhoto> broken) {

    public PhotoCheck {
        photos = List.copyOf(photos);
        broken = List.copyOf(broken);
    }

    /** What to do with one file; an exception means that it is broken. Called from many threads. */
    @FunctionalInterface
    public interface Work<F, T> {
        T open(F file) throws IOException;
    }

    /** @param path where a file lies, for messages */
    public static <F, T> PhotoCheck<T> run(
            List<F> files, Function<F, Path> path, Dataset.Progress progress, Work<F, T> work) throws IOException {
        AtomicInteger threads = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "photo-check-" + threads.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<T>> results = new ArrayList<>(files.size());
            for (F file : files) {
                results.add(workers.submit(() -> {
                    try {
                        return work.open(file);
                    } finally {
                        progress.done(done.incrementAndGet(), files.size());
                    }
                }));
            }
            return collect(files.stream().map(path).toList(), results);
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> PhotoCheck<T> collect(List<Path> paths, List<Future<T>> results) throws IOException {
        List<T> photos = new ArrayList<>(paths.size());
        List<BrokenPhoto> broken = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            try {
                photos.add(results.get(i).get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the photos were checked");
            } catch (ExecutionException e) {
                broken.add(broken(paths.get(i), e.getCause()));
            }
        }
        return new PhotoCheck<>(photos, broken);
    }

    private static BrokenPhoto broken(Path path, @Nullable Throwable cause) {
        if (cause instanceof IOException problem) {
            return BrokenPhoto.of(path, problem);
        }
        throw new IllegalStateException("checking " + path + " failed", cause);
    }
}
