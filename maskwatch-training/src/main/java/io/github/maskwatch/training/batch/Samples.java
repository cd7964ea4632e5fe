package io.github.maskwatch.training.batch;

import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What batches are made of, made on demand by the batch workers. Thread-safe.
 *
 * @param <T> what is known of each picture
 */
public interface Samples<T> {

    /** How many make an epoch, at least 1. */
    int count();

    /** The size and colour of every picture. */
    InputFormat format();

    /**
     * The sample of one place.
     *
     * @param position 0 to {@link #count} - 1
     * @param seed all that chance decides in it comes from here
     * @return null if it is to be left out, because it cannot be read any more
     * @throws IOException if it cannot be read and nothing can take its place
     */
    @Nullable
    Sample<T> sample(int position, long seed) throws IOException;

    /**
     * Where time went until now.
     *
     * @param waitNanos what the consumer waited
     */
    BatchTimes times(long waitNanos);

    /** Photos that could not be read until now, each once, in the order of their names. */
    List<BrokenPhoto> broken();
}
