/** The commands: each parses, calls a library and prints. The only place that knows every adapter. */
@NullMarked
package io.github.maskwatch.cli;

import org.jspecify.annotations.NullMarked;
