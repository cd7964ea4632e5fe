package io.github.maskwatch.monitor.fleet;

import java.time.Duration;

/**
 * How often a camera is looked at: at its full rate as long as somebody is in view and for a moment after, else seldom. One thread at a
 * time.
 */
final class Cadence {
    private final double targetFps;
    private final double idleFps;
    private final long awakeNanos;
    private long somebodyNanos;

    /** Begins awake: who is there at the start is seen at once. */
    Cadence(double targetFps, double idleFps, Duration awake, long nowNanos) {
        this.targetFps = targetFps;
        this.idleFps = Math.min(idleFps, targetFps);
        awakeNanos = awake.toNanos();
        somebodyNanos = nowNanos;
    }

    /**
     * The rate from now on, frames per second.
     *
     * @param somebody whether the frame that was just looked at showed a face, or somebody is followed
     */
    double after(boolean somebody, long nowNanos) {
        if (somebody) {
            somebodyNanos = nowNanos;
        }
        return somebody || nowNanos - somebodyNanos < awakeNanos ? targetFps : idleFps;
    }
}
