/** What a run of {@code watch} shows and writes beside the page: events, annotated pictures and videos, a window. */
@NullMarked
package io.github.maskwatch.cli.watch;

import org.jspecify.annotations.NullMarked;
