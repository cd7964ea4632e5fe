package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.monitor.fleet.FairTurns.Turn;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** {@link FairTurns} for several threads: workers wait here for a camera's turn. It calls nobody. Thread-safe. */
final class Dispatch {
    private final FairTurns turns;
    private final LongSupplier nanoClock;
    private boolean stopped;

    Dispatch(FairTurns turns, LongSupplier nanoClock) {
        this.turns = turns;
        this.nanoClock = nanoClock;
    }

    synchronized int join(double targetFps) {
        return turns.join(targetFps, nanoClock.getAsLong());
    }

    /** The number of the camera whose turn it is, waiting for one; {@link Turn#NONE} after {@link #stop}. */
    synchronized int next() throws InterruptedException {
        while (!stopped) {
            Turn turn = turns.next(nanoClock.getAsLong());
            if (turn.camera() != Turn.NONE) {
                return turn.camera();
            }
            wait(millis(turn.waitNanos()));
        }
        return Turn.NONE;
    }

    /** For {@link Object#wait(long)}: 0 is for ever. */
    private static long millis(long nanos) {
        return nanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    synchronized void arrived(int camera) {
        if (turns.arrived(camera)) {
            notifyAll();
        }
    }

    synchronized void done(int camera, double wantedFps, long workNanos) {
        turns.done(camera, wantedFps, workNanos);
        notifyAll();
    }

    synchronized void nothing(int camera) {
        turns.nothing(camera);
        notifyAll();
    }

    synchronized double wantedFps(int camera) {
        return turns.wantedFps(camera);
    }

    synchronized Duration worked() {
        return turns.worked();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
