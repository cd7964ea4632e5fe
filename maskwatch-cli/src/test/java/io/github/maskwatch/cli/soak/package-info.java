/** The monitor left alone with cameras that misbehave. */
@NullMarked
package io.github.maskwatch.cli.soak;

import org.jspecify.annotations.NullMarked;
