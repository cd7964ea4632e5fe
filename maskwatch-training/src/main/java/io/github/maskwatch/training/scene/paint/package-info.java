/**
 * Augmentations that paint: masks on bare faces, and things that are no masks before faces. Faces are known by their boxes only, so
 * that everything is drawn about a simple model of a head (a cylinder that fills the box), lit, blurred and grained as the photo about
 * it is.
 */
@NullMarked
package io.github.maskwatch.training.scene.paint;

import org.jspecify.annotations.NullMarked;
