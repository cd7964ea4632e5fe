package io.github.maskwatch.training.trainer;

import org.bytedeco.pytorch.Tensor;

/** A tensor that a checkpoint keeps. */
record NamedTensor(String name, Tensor tensor) {}
