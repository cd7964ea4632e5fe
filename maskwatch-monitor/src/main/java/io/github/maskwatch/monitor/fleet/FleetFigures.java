package io.github.maskwatch.monitor.fleet;

import java.time.Duration;
import java.util.List;

/**
 * The figures of all cameras at one moment.
 *
 * @param cameras in the order in which they were given
 * @param work processor time of the workers, all together
 * @param elapsed since the start
 * @param workers threads that look for faces
 */
public record FleetFigures(List<CameraFigures> cameras, Duration work, Duration elapsed, int workers) {
    public FleetFigures {
        cameras = List.copyOf(cameras);
    }
}
