package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.Batch;
import org.bytedeco.pytorch.Tensor;

/**
 * What training makes smaller.
 *
 * @param <T> what is known of each picture of a batch
 */
public interface Loss<T> {

    /** Of a batch: {@code output} is what the network answered. */
    BatchLoss of(Tensor output, Batch<T> batch);

    /**
     * @param mean scalar, nats per picture, or of a detector per cell that answers for a face; its gradient is what the step goes down
     * @param correct of them that were judged rightly
     * @param judged what has a right answer: pictures, or faces in them
     */
    record BatchLoss(Tensor mean, int correct, int judged) {}
}
