package io.github.maskwatch.training.batch;

import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches in their order. One thread at a time.
 *
 * @param <T> what is known of each picture
 */
public interface BatchSource<T> extends AutoCloseable {

    /**
     * Batches without end, epoch after epoch, each epoch in an order of its own. What is in a picture depends on the seed, its
     * epoch and its place alone, never on the number of workers or on where the source was started: after a resume the same
     * batches follow.
     *
     * @param epoch first epoch to give, from 0
     * @param batch first batch of that epoch, from 0
     */
    static <T> BatchSource<T> training(Samples<T> samples, BatchConfig config, long seed, int epoch, int batch) {
        return new PrefetchedBatches<>(samples, config, seed, true, epoch, batch);
    }

    /** One pass through the samples in their order; what {@link Samples} leaves out is left out. */
    static <T> BatchSource<T> inOrder(Samples<T> samples, BatchConfig config) {
        return new PrefetchedBatches<>(samples, config, 0, false, 0, 0);
    }

    /**
     * The next batch; the pixels of the one before are no longer valid then.
     *
     * @return null at the end of a source that ends
     * @throws IOException if photos cannot be read and nothing can take their place
     */
    @Nullable
    Batch<T> next() throws IOException;

    /** How many batches make an epoch, at least 1. */
    int batchesPerEpoch();

    /** Where time went until now. */
    BatchTimes times();

    /** Photos that could not be read since the source was opened, each once, in the order of their names. */
    List<BrokenPhoto> broken();

    /** Stops the workers. Idempotent. */
    @Override
    void close();
}
