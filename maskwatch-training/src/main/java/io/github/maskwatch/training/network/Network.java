package io.github.maskwatch.training.network;

import io.github.maskwatch.training.batch.InputFormat;
import java.util.List;
import java.util.Optional;
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

    /**
     * A network of the same weights, not copies of them, with gradients of its own: it may be used on another thread beside this one,
     * as long as nobody changes the weights. Statistics are counted by this one alone, never by its twin.
     *
     * @return empty where its answer in training depends on something else that both would share, such as chance
     */
    default Optional<Network> twin() {
        return Optional.empty();
    }

    /** Frees the weights. Idempotent. */
    @Override
    void close();
}
