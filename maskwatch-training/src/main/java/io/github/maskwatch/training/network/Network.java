package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.InputFormat;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** What a trainer can train. One thread at a time. */
public interface Network extends AutoCloseable {

    /** The pictures that it takes. */
    InputFormat input();

    /** All that is learned, always in the same order. */
    List<Parameter> parameters();

    /** All that a checkpoint keeps and that averaging applies to: what is learned, and what is counted on the way. */
    default List<Parameter> state() {
        return parameters();
    }

    /**
     * The network's answer, with what the gradient needs unless gradients are switched off.
     *
     * @param pixels NCHW float32 [batch, channels, height, width], 0–255; not kept
     * @param training whether dropout is on
     */
    Tensor forward(Tensor pixels, boolean training);

    /** Frees the weights. Idempotent. */
    @Override
    void close();
}
