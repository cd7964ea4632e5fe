package io.github.maskwatch.monitor.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place for one frame between a reader and whoever works on frames: the newest wins, so that what is worked on is never older
 * than the work on one frame takes. Thread-safe.
 */
final class FrameSlot {
    private final Runnable arrival;
    private @Nullable TimedFrame newest;
    private boolean woken;

    FrameSlot() {
        this(() -> {});
    }

    /** @param arrival told of each frame that was put in, on the thread that put it */
    FrameSlot(Runnable arrival) {
        this.arrival = arrival;
    }

    /**
     * Puts the frame in, over one that nobody has taken.
     *
     * @return whether a frame was dropped for it
     */
    boolean put(TimedFrame frame) {
        boolean drops = replace(frame);
        arrival.run();
        return drops;
    }

    private synchronized boolean replace(TimedFrame frame) {
        boolean drops = newest != null;
        newest = frame;
        notifyAll();
        return drops;
    }

    /** Takes the frame out; null where there is none. */
    synchronized @Nullable TimedFrame takeNow() {
        TimedFrame taken = newest;
        newest = null;
        return taken;
    }

    synchronized boolean isEmpty() {
        return newest == null;
    }

    /** Takes the frame out, waiting for one; null once the time is over or after {@link #wake}. */
    synchronized @Nullable TimedFrame take(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (newest == null && !woken) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        woken = false;
        TimedFrame taken = newest;
        newest = null;
        return taken;
    }

    /** Ends a waiting {@link #take}, or the next one, without a frame: there is something to look after. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }
}
