package io.github.maskwatch.training.network;

import org.bytedeco.pytorch.Tensor;

/**
 * A tensor that is learned.
 *
 * @param name unique within its network, such as {@code conv1.weight}
 * @param decays whether weight decay applies to it: to weights, not to biases
 */
public record Parameter(String name, Tensor tensor, boolean decays) {

    /** Until the next backward pass there is none. */
    public void forgetGradient() {
        tensor.mutable_grad().reset();
    }
}
