package io.github.maskwatch.training.batch;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * What one training step takes. Its pixels belong to the {@link BatchSource} and hold until the source is asked for the next
 * batch or closed.
 *
 * @param <T> what is known of each picture: what it shows, and where it came from
 */
public final class Batch<T> {
    private final int epoch;
    private final int index;
    private final List<T> examples;
    private final FloatBuffer pixels;

    /** @param pixels as {@link #pixels()} says; not copied */
    public Batch(int epoch, int index, List<T> examples, FloatBuffer pixels) {
        this.epoch = epoch;
        this.index = index;
        this.examples = List.copyOf(examples);
        this.pixels = pixels;
    }

    /**
     * Some of its pictures, in the same memory.
     *
     * @param from first picture, from 0
     * @param to the one after the last, at most {@link #size}
     */
    public Batch<T> part(int from, int to) {
        int floats = pixels.limit() / size();
        return new Batch<>(epoch, index, examples.subList(from, to), pixels.slice(from * floats, (to - from) * floats));
    }

    /** From 0. */
    public int epoch() {
        return epoch;
    }

    /** Within the epoch, from 0. */
    public int index() {
        return index;
    }

    /** Number of pictures, at least 1; the last batch of an epoch may be smaller than the others. */
    public int size() {
        return examples.size();
    }

    /** What each picture really shows. */
    public List<T> examples() {
        return examples;
    }

    /**
     * NCHW float32 [size, channels, height, width], 0–255, channels R G B or luma: a direct buffer in native byte order, from
     * position 0 to its limit.
     */
    public FloatBuffer pixels() {
        return pixels;
    }
}
