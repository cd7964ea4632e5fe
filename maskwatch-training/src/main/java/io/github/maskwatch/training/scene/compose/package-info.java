/** From whole photos with their faces to the squares that a detector is trained on. */
@NullMarked
package io.github.maskwatch.training.scene.compose;

import org.jspecify.annotations.NullMarked;
