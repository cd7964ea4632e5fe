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

    /** Silent after 5 s, tried again after 0.5 s, 1 s, 2 s, 4 s, 5 s …, for ever: who comes back is seen within ten seconds. */
    private static final Reconnection PERSISTENT = new Reconnection(
            Duration.ofSeconds(12),
            Reconnection.FIRST_FRAME_WITHIN,
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            null,
            true);

    /** Three quarters of the machine, two looks a second where nobody is, 2 s awake; lost cameras are tried every 5 s at least. */
    public static final FleetConfig DEFAULTS =
            new FleetConfig(0.75, 2, Duration.ofSeconds(2), PERSISTENT, TrackingConfig.DEFAULTS);

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
