package io.github.maskwatch.training.network;

/**
 * A row in the table that describes a network.
 *
 * @param name such as "Conv 3x3 + ReLU"
 * @param output shape without the batch, such as "98 x 98 x 100"
 * @param parameters weights and biases that are learned
 */
public record Layer(String name, String output, long parameters) {}
