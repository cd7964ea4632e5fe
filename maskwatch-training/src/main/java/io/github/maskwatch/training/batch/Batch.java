package io.github.maskwatch.training.batch;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.Example;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What one training step takes. Its pixels belong to the {@link BatchSource} and hold until the source is asked for the next
 * batch or closed.
 */
public final class Batch {
    private static final List<MaskState> CLASSES = List.of(MaskState.values());

    private final int epoch;
    private final int index;
    private final List<Example> examples;
    private final FloatBuffer pixels;

    /** @param pixels as {@link #pixels()} says; not copied */
    public Batch(int epoch, int index, List<Example> examples, FloatBuffer pixels) {
        this.epoch = epoch;
        this.index = index;
        this.examples = List.copyOf(examples);
        this.pixels = pixels;
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

    /** The photo that each picture really came from. */
    public List<Example> examples() {
        return examples;
    }

    /** One class number per picture: the place of its label in {@link MaskState}. */
    public int[] labels() {
        return examples.stream().mapToInt(e -> CLASSES.indexOf(e.label())).toArray();
    }

    /**
     * NCHW float32 [size, channels, height, width], 0–255, channels R G B or luma: a direct buffer in native byte order, from
     * position 0 to its limit.
     */
    public FloatBuffer pixels() {
        return pixels;
    }
}
