package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Occupancy;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import java.util.List;

/** The zones and lines to be drawn on a picture, below what is drawn of the faces. */
public record Places(List<ZoneMark> zones, List<LineMark> lines) {
    public static final Places NONE = new Places(List.of(), List.of());

    public Places {
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
    }

    /** As of the last frame that the watch has seen. */
    public static Places of(PlaceConfig config, PlaceWatch watch) {
        Occupancy occupancy = watch.occupancy();
        return new Places(
                config.zones().stream()
                        .map(zone -> new ZoneMark(zone, occupancy.headcount(zone.name())))
                        .toList(),
                config.lines().stream()
                        .map(line -> new LineMark(line, watch.passages(line.name())))
                        .toList());
    }
}
