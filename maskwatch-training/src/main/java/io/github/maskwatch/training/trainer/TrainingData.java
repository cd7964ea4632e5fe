package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.BatchSource;

/**
 * Where a trainer gets its batches from; it closes what it got.
 *
 * @param <T> what is known of each picture
 */
@FunctionalInterface
public interface TrainingData<T> {

    /**
     * Batches without end from here on; the same ones every time.
     *
     * @param epoch from 0
     * @param batch first batch of that epoch, from 0
     */
    BatchSource<T> training(int epoch, int batch);
}
