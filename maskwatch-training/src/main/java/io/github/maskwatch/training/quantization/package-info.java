/** From a detector's file in float32 to one that computes in eight bits, chosen, checked and described on scenes (docs/detector.md). */
@NullMarked
package io.github.maskwatch.training.quantization;

import org.jspecify.annotations.NullMarked;
