package io.github.maskwatch.training.detector;

/**
 * What the architecture is made of. Whoever implements it decides what a value is: a tensor, the name of a node, a shape.
 *
 * @param <V> maps of features, NCHW
 */
public interface Operations<V> {

    V convolve(V input, Convolution convolution);

    V add(V left, V right);

    /** Twice as high and wide, each value four times. */
    V upsample(V input);
}
