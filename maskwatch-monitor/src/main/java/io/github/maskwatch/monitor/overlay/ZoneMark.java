package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Zone;

/**
 * A zone to be drawn.
 *
 * @param count who is in it now
 */
public record ZoneMark(Zone zone, Headcount count) {}
