/** From a trained network to a file that every ONNX runtime can use, and the proof that both answer the same. */
@NullMarked
package io.github.maskwatch.training.export;

import org.jspecify.annotations.NullMarked;
