package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import org.jspecify.annotations.Nullable;

/**
 * A line to be drawn, with an arrow that points in.
 *
 * @param passages how many passed it so far; null: nobody counts
 */
public record LineMark(Line line, @Nullable Passages passages) {}
