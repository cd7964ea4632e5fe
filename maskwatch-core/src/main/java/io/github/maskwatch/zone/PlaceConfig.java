package io.github.maskwatch.zone;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is watched for in one camera's picture. All points are shares of the picture in which the faces are looked for: if the run mirrors
 * its frames, of the mirrored one, as people see it on the screen.
 *
 * @param zones in the order in which their events are told; may overlap
 * @param lines in the order in which their events are told
 * @param leastFacePx somebody counts once the face's shorter side reached this, px of the frame; 0: at once
 * @param leastFaceShare the same as a share of the frame's shorter side, 0–1; both must be reached
 * @param looksToEnter looks one after the other inside a zone from which on somebody is in it, at least 1
 * @param leaveAfter somebody is out of a zone when nothing but looks outside came for so long; 0: with the first look outside
 * @param lineMargin somebody has passed a line when the face's centre is so many of its shorter sides away from it; 0: at once
 */
public record PlaceConfig(
        List<Zone> zones,
        List<Line> lines,
        double leastFacePx,
        double leastFaceShare,
        int looksToEnter,
        Duration leaveAfter,
        double lineMargin) {

    /** No zones, no lines, faces of any size. */
    public static final PlaceConfig DEFAULTS =
            new PlaceConfig(List.of(), List.of(), 0, 0, 2, Duration.ofMillis(500), 0.25);

    public PlaceConfig {
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
        requireDifferentNames(zones, lines);
        requireAtLeastZero("leastFacePx", leastFacePx);
        requireAtLeastZero("lineMargin", lineMargin);
        if (!(leastFaceShare >= 0 && leastFaceShare <= 1)) {
            throw new IllegalArgumentException("leastFaceShare must be in 0..1, got " + leastFaceShare);
        }
        if (looksToEnter < 1) {
            throw new IllegalArgumentException("looksToEnter must be at least 1, got " + looksToEnter);
        }
        if (leaveAfter.isNegative()) {
            throw new IllegalArgumentException("leaveAfter must be at least 0, got " + leaveAfter);
        }
    }

    private static void requireDifferentNames(List<Zone> zones, List<Line> lines) {
        Set<String> names = new HashSet<>();
        Stream.concat(zones.stream().map(Zone::name), lines.stream().map(Line::name))
                .forEach(name -> {
                    if (!names.add(name)) {
                        throw new IllegalArgumentException(
                                "zones and lines of one camera must have different names, got \"" + name + "\" twice");
                    }
                });
    }

    private static void requireAtLeastZero(String name, double value) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + value);
        }
    }

    public PlaceConfig withZones(List<Zone> other) {
        return new PlaceConfig(other, lines, leastFacePx, leastFaceShare, looksToEnter, leaveAfter, lineMargin);
    }

    public PlaceConfig withLines(List<Line> other) {
        return new PlaceConfig(zones, other, leastFacePx, leastFaceShare, looksToEnter, leaveAfter, lineMargin);
    }

    /** With the least face that counts; see the components. */
    public PlaceConfig withLeastFace(double px, double share) {
        return new PlaceConfig(zones, lines, px, share, looksToEnter, leaveAfter, lineMargin);
    }
}
