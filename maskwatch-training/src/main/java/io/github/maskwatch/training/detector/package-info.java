/**
 * The one-stage detector: its architecture, told once and interpreted as a libtorch network, as an ONNX graph and as a table; the
 * assignment of faces to cells; and its loss.
 */
@NullMarked
package io.github.maskwatch.training.detector;

import org.jspecify.annotations.NullMarked;
