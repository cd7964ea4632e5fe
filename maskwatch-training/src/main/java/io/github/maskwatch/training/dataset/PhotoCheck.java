package io.github.maskwatch.training.dataset;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Opens every photo once, on all processors, and keeps two hashes of each: of the bytes and of the look. Nothing else stays in
 * memory.
 *
 * @param photos in the order of the files
 * @param broken those that could not be decoded
 */
record PhotoCheck(List<CheckedPhoto> photos, List<BrokenPhoto> broken) {

    PhotoCheck {
        photos = List.copyOf(photos);
        broken = List.copyOf(broken);
    }

    /** What to do with one photo. */
    @FunctionalInterface
    private interface Work {
        CheckedPhoto open(LabelledFile file) throws IOException;
    }

    /** Decodes each photo. */
    static PhotoCheck decode(List<LabelledFile> files, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        return run(files, progress, file -> {
            byte[] bytes = reader.bytes(file.path());
            PerceptualHash look = PerceptualHash.of(reader.decode(file.path(), bytes, PerceptualHash.SHORTER_SIDE));
            return new CheckedPhoto(file, sha256(bytes), look);
        });
    }

    /** Reads the bytes of each photo only; looks are 0. */
    static PhotoCheck hash(List<LabelledFile> files, PhotoReader reader, Dataset.Progress progress) throws IOException {
        return run(
                files,
                progress,
                file -> new CheckedPhoto(file, sha256(reader.bytes(file.path())), new PerceptualHash(0, 0, 0, 0)));
    }

    private static PhotoCheck run(List<LabelledFile> files, Dataset.Progress progress, Work work) throws IOException {
        AtomicInteger threads = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "photo-check-" + threads.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<CheckedPhoto>> results = new ArrayList<>(files.size());
            for (LabelledFile file : files) {
                results.add(workers.submit(() -> {
                    try {
                        return work.open(file);
                    } finally {
                        progress.done(done.incrementAndGet(), files.size());
                    }
                }));
            }
            return collect(files, results);
        } finally {
            workers.shutdownNow();
        }
    }

    private static PhotoCheck collect(List<LabelledFile> files, List<Future<CheckedPhoto>> results) throws IOException {
        List<CheckedPhoto> photos = new ArrayList<>(files.size());
        List<BrokenPhoto> broken = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try {
                photos.add(results.get(i).get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the photos were checked");
            } catch (ExecutionException e) {
                broken.add(broken(files.get(i), e.getCause()));
            }
        }
        return new PhotoCheck(photos, broken);
    }

    private static BrokenPhoto broken(LabelledFile file, @Nullable Throwable cause) {
        if (cause instanceof IOException problem) {
            return BrokenPhoto.of(file.path(), problem);
        }
        throw new IllegalStateException("checking " + file.path() + " failed", cause);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
