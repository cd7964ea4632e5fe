/** Scenes: photos with boxes about the faces in them, from the annotations that users have to what a step of training takes. */
@NullMarked
package io.github.maskwatch.training.scene;

import org.jspecify.annotations.NullMarked;
