package io.github.maskwatch.rate;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.image.CameraId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where people are counted: before a camera, in one of its zones, or over one of its lines in one direction.
 *
 * @param place a zone's or a line's name; null: anywhere before the camera
 * @param direction over a line; null: of a zone or a camera
 */
public record RateSeries(
        CameraId camera, @Nullable String place, @Nullable Direction direction) implements Comparable<RateSeries> {
    private static final Comparator<RateSeries> BY_PLACE = Comparator.<RateSeries, String>comparing(
                    series -> series.camera().name())
            .thenComparing(RateSeries::place, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RateSeries::direction, Comparator.nullsFirst(Comparator.naturalOrder()));

    public RateSeries {
        if (place == null && direction != null) {
            throw new IllegalArgumentException("a direction must be that of a line, got none");
        }
    }

    public static RateSeries ofCamera(CameraId camera) {
        return new RateSeries(camera, null, null);
    }

    public static RateSeries ofZone(CameraId camera, String zone) {
        return new RateSeries(camera, zone, null);
    }

    public static RateSeries ofLine(CameraId camera, String line, Direction direction) {
        return new RateSeries(camera, line, direction);
    }

    /** By camera, place and direction. */
    @Override
    public int compareTo(RateSeries other) {
        return BY_PLACE.compare(this, other);
    }
}
