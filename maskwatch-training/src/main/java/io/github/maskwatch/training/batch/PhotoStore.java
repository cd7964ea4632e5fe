package io.github.maskwatch.training.batch;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Photos at the size that a network takes, as {@link Image#resize} makes them: the very pixels that the network sees of them when
 * it is used. What fits into memory is kept, so that later epochs need not decode it again. Nothing is ever thrown out for
 * something newer: an epoch goes through all photos once, and then the oldest would always be the next one needed. Thread-safe.
 */
public final class PhotoStore {
    /**
     * px; what {@link PhotoReader} is asked for, in training as in evaluation, so that large photos are decoded alike in both.
     * Enough for networks of up to four times this size.
     */
    public static final int SHORTER_SIDE = 256;

    private final PhotoReader reader;
    private final InputFormat format;
    private final long cacheBytes;
    private final ConcurrentMap<Path, Image> cache = new ConcurrentHashMap<>();
    private final AtomicLong used = new AtomicLong();

    /** @param cacheBytes memory for decoded photos, 0 for none */
    public PhotoStore(PhotoReader reader, InputFormat format, long cacheBytes) {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("cacheBytes must be at least 0, got " + cacheBytes);
        }
        this.reader = reader;
        this.format = format;
        this.cacheBytes = cacheBytes;
    }

    /** A store that keeps decoded photos in at most a quarter of the JVM's memory. */
    public static PhotoStore caching(PhotoReader reader, InputFormat format) {
        return new PhotoStore(reader, format, Runtime.getRuntime().maxMemory() / 4);
    }

    public InputFormat format() {
        return format;
    }

    /** Bytes of the photos that are kept. */
    public long cachedBytes() {
        return used.get();
    }

    /** The photo in colour, {@code format().width()} x {@code format().height()} px. */
    public Image photo(Path path) throws IOException {
        Image kept = cache.get(path);
        return kept == null ? keep(path, decode(path)) : kept;
    }

    private Image decode(Path path) throws IOException {
        return reader.read(path, SHORTER_SIDE).resize(format.width(), format.height());
    }

    private Image keep(Path path, Image image) {
        int bytes = image.rgb().length;
        if (used.addAndGet(bytes) > cacheBytes || cache.putIfAbsent(path, image) != null) {
            used.addAndGet(-bytes);
        }
        return image;
    }
}
