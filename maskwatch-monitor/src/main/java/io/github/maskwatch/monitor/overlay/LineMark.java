package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;

/**
 * A line to be drawn, with an arrow that points in.
 *
 * @param passages how many passed it so far
 */
public record LineMark(Line line, Passages passages) {}
