/** Folders of labelled photos: what is in them, and which photos train, choose and judge a model. */
@NullMarked
package io.github.maskwatch.training.dataset;

import org.jspecify.annotations.NullMarked;
