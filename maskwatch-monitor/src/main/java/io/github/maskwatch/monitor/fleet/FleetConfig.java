package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.monitor.live.Reconnection;
import io.github.maskwatch.tracking.TrackingConfig;
import java.time.Duration;

/**
 * How many cameras are watched together.
 *
 * @param cpuShare how much of the machine's processor time may be spent on looking for faces, on average, above 0 to 1; reading and
 *     decoding come on top
 * @param idleFps frames per second in which faces are looked for where nobody is in view, above 0; a camera's own target where that is less
 * @param awake how long a camera is looked at with its full rate after somebody was last seen
 * @param reconnection of cameras that are lost; one that is not there at the start is waited for in any case
 * @param tracking how people are followed; its {@code highScore} is the detector's own
 */
public record FleetConfig(
        double cpuShare, double idleFps, Duration awake, Reconnection reconnection, TrackingConfig tracking) {

    /** Three quarters of the machine, two looks a second where nobody is, 2 s awake. */
    public static final FleetConfig DEFAULTS = new FleetConfig(
            0.75, 2, Duration.ofSeconds(2), Reconnection.defaults().withPatience(true), TrackingConfig.DEFAULTS);

    public FleetConfig {
        if (!(cpuShare > 0 && cpuShare <= 1)) {
            throw new IllegalArgumentException("cpuShare must be above 0 to 1, got " + cpuShare);
        }
        if (!(idleFps > 0)) {
            throw new IllegalArgumentException("idleFps must be above 0, got " + idleFps);
        }
        if (awake.isNegative()) {
            throw new IllegalArgumentException("awake must be at least 0, got " + awake);
        }
    }

    public FleetConfig withCpuShare(double share) {
        return new FleetConfig(share, idleFps, awake, reconnection, tracking);
    }

    public FleetConfig withIdleFps(double fps) {
        return new FleetConfig(cpuShare, fps, awake, reconnection, tracking);
    }

    public FleetConfig withReconnection(Reconnection how) {
        return new FleetConfig(cpuShare, idleFps, awake, how, tracking);
    }
}
