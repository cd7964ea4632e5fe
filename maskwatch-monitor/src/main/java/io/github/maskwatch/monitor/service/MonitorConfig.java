package io.github.maskwatch.monitor.service;

import io.github.maskwatch.monitor.fleet.FleetConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service watches and how.
 *
 * @param cameras at least one, of different names
 * @param detector the name of a bundled detector, or a model's file
 * @param fleet how the cameras share the machine
 * @param mostWaiting events that are kept in memory while the store cannot be written, at least 100
 * @param statisticsOnly if not null, no event about people leaves memory, only counts
 */
public record MonitorConfig(
        List<CameraConfig> cameras,
        String detector,
        FleetConfig fleet,
        int mostWaiting,
        @Nullable StatisticsConfig statisticsOnly) {
    public static final String DEFAULT_DETECTOR = "nano";

    /** Some 30 MB; a busy entrance makes as many in a week. */
    public static final int DEFAULT_MOST_WAITING = 100_000;

    private static final int LEAST_WAITING = 100;

    public MonitorConfig {
        cameras = List.copyOf(cameras);
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("there must be a camera to watch, got none");
        }
        Set<String> names = new HashSet<>();
        for (CameraConfig camera : cameras) {
            if (!names.add(camera.name())) {
                throw new IllegalArgumentException(
                        "cameras must have different names, got \"" + camera.name() + "\" twice");
            }
        }
        if (mostWaiting < LEAST_WAITING) {
            throw new IllegalArgumentException(
                    "mostWaiting must be at least " + LEAST_WAITING + ", got " + mostWaiting);
        }
    }

    /** The bundled detector, three quarters of the machine, events stored. */
    public static MonitorConfig of(List<CameraConfig> cameras) {
        return new MonitorConfig(cameras, DEFAULT_DETECTOR, FleetConfig.DEFAULTS, DEFAULT_MOST_WAITING, null);
    }

    public MonitorConfig withFleet(FleetConfig other) {
        return new MonitorConfig(cameras, detector, other, mostWaiting, statisticsOnly);
    }

    public MonitorConfig withMostWaiting(int most) {
        return new MonitorConfig(cameras, detector, fleet, most, statisticsOnly);
    }

    public MonitorConfig withStatisticsOnly(@Nullable StatisticsConfig how) {
        return new MonitorConfig(cameras, detector, fleet, mostWaiting, how);
    }
}
