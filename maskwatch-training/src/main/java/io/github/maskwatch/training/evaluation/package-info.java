/** How good a classifier is on a folder of photos, and how much of that a shortcut would reach without looking at the faces. */
@NullMarked
package io.github.maskwatch.training.evaluation;

import org.jspecify.annotations.NullMarked;
