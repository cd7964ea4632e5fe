/** Better scenes to train on, made with a detector that is there already. */
@NullMarked
package io.github.maskwatch.training.scene.refine;

import org.jspecify.annotations.NullMarked;
