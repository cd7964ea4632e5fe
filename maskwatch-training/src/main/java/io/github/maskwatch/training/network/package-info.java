/**
 * Networks: their layers, weights and losses, on libtorch. Tensors of libtorch are seen in the packages of training alone. Whoever
 * calls into here holds a {@code PointerScope}, which frees what a step made; weights live outside of it and are closed by their
 * network.
 */
@NullMarked
package io.github.maskwatch.training.network;

import org.jspecify.annotations.NullMarked;
