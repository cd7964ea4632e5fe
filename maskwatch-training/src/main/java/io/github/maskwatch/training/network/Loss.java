package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.Batch;
import org.bytedeco.pytorch.Tensor;

/** What training makes smaller. */
public interface Loss {

    /** Of a batch: {@code output} is what the network answered. */
    BatchLoss of(Tensor output, Batch batch);

    /**
     * @param mean scalar, nats per picture; its gradient is what the step goes down
     * @param correct pictures that were judged rightly
     */
    record BatchLoss(Tensor mean, int correct) {}
}
