/** A training run as a folder: its configuration, its parts put together, resumed and exported. */
@NullMarked
package io.github.maskwatch.training.run;

import org.jspecify.annotations.NullMarked;
