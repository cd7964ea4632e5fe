package io.github.maskwatch.training.batch;

import io.github.maskwatch.training.augment.Augmentation;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches in their order. One thread at a time. */
public interface BatchSource extends AutoCloseable {

    /**
     * Batches without end, epoch after epoch, each epoch in an order of its own. What is in a picture depends on the seed, its
     * epoch and its place alone, never on the number of workers or on where the source was started: after a resume the same
     * batches follow. A photo that cannot be read any more is replaced by the next one of its class.
     *
     * @param epoch first epoch to give, from 0
     * @param batch first batch of that epoch, from 0
     */
    static BatchSource training(
            List<Example> examples,
            PhotoStore store,
            Augmentation augmentation,
            BatchConfig config,
            long seed,
            int epoch,
            int batch) {
        return new PrefetchedBatches(examples, new SampleMaker(store, augmentation), config, seed, true, epoch, batch);
    }

    /** One pass through the examples in their order, as they are; a photo that cannot be read any more is left out. */
    static BatchSource inOrder(List<Example> examples, PhotoStore store, BatchConfig config) {
        return new PrefetchedBatches(examples, new SampleMaker(store, Augmentation.none()), config, 0, false, 0, 0);
    }

    /**
     * The next batch; the pixels of the one before are no longer valid then.
     *
     * @return null at the end of a source that ends
     * @throws IOException if photos cannot be read and nothing can take their place
     */
    @Nullable
    Batch next() throws IOException;

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
