/** Detectors judged on scenes: from photos to everything that a report of it shows. */
@NullMarked
package io.github.maskwatch.training.evaluation.scene;

import org.jspecify.annotations.NullMarked;
