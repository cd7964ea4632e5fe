/** Networks in ONNX files, run by ONNX Runtime. Its types do not leave this package. */
@NullMarked
package io.github.maskwatch.inference.onnx;

import org.jspecify.annotations.NullMarked;
