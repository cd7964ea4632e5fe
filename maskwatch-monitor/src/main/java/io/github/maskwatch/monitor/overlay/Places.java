package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.zone.Occupancy;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import java.util.List;

/**
 * The zones and lines to be drawn on a picture, below what is drawn of the faces.
 *
 * @param leastFacePx side of the square that shows how large a face must be to count, px of the picture; 0: none is drawn
 */
public record Places(List<ZoneMark> zones, List<LineMark> lines, double leastFacePx) {
    public static final Places NONE = new Places(List.of(), List.of());

    public Places {
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
        if (!(leastFacePx >= 0)) {
            throw new IllegalArgumentException("leastFacePx must be at least 0, got " + leastFacePx);
        }
    }

    public Places(List<ZoneMark> zones, List<LineMark> lines) {
        this(zones, lines, 0);
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

    /** Where they are, without counts. */
    public static Places uncounted(PlaceConfig config) {
        return new Places(
                config.zones().stream().map(zone -> new ZoneMark(zone, null)).toList(),
                config.lines().stream().map(line -> new LineMark(line, null)).toList());
    }

    /**
     * All that is configured, to be looked at: where zones and lines are, and the size that a face must have.
     *
     * @param width of the picture, px
     * @param height of the picture, px
     */
    public static Places planned(PlaceConfig config, int width, int height) {
        Places places = uncounted(config);
        double least = Math.max(config.leastFacePx(), config.leastFaceShare() * Math.min(width, height));
        return new Places(places.zones(), places.lines(), least);
    }
}
