package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Zone;
import org.jspecify.annotations.Nullable;

/**
 * A zone to be drawn.
 *
 * @param count who is in it now; null: nobody counts
 */
public record ZoneMark(Zone zone, @Nullable Headcount count) {}
