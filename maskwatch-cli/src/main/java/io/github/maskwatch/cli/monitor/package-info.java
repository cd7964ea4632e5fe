/** A site that is watched: its configuration, and what {@code maskwatch monitor} is put together from. */
@NullMarked
package io.github.maskwatch.cli.monitor;

import org.jspecify.annotations.NullMarked;
