/** Recorded events, run through rules as if they happened again. */
@NullMarked
package io.github.maskwatch.cli.replay;

import org.jspecify.annotations.NullMarked;
