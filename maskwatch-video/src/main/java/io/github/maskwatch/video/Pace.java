package io.github.maskwatch.video;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Holds frames back until their time. A file or segments over HTTP arrive as fast as one reads them; taken for a camera, whose
 * newest frame wins, most of them would be dropped. One thread at a time.
 */
final class Pace {
    /** A longer gap between two frames is a break in the timestamps, not a wait. */
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long NAP_NANOS = Duration.ofMillis(20).toNanos();

    private boolean started;
    /** Clock reading at which position 0 is due. */
    private long originNanos;

    /** Waits until the position is due, or until told to stop. */
    void await(Duration position, BooleanSupplier stop) {
        long now = System.nanoTime();
        long wait = originNanos + position.toNanos() - now;
        if (!started || wait > LONGEST_WAIT_NANOS || wait < -LONGEST_WAIT_NANOS) {
            started = true;
            originNanos = now - position.toNanos();
            return;
        }
        long due = now + wait;
        while (due - System.nanoTime() > 0 && !stop.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(NAP_NANOS, due - System.nanoTime()));
        }
    }
}
