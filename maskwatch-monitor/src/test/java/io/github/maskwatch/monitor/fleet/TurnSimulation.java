package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.monitor.fleet.FairTurns.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link FairTurns} with workers, cameras and a clock that are made up: milliseconds of work, no threads. */
final class TurnSimulation {
    private static final long MILLI = 1_000_000;

    /**
     * A made-up camera.
     *
     * @param inputFps frames that it sends
     * @param targetFps its weight
     * @param wantedFps frames that are wanted
     * @param costMillis of each frame
     */
    record Made(double inputFps, double targetFps, double wantedFps, long costMillis) {
        Made(double inputFps, double targetFps, long costMillis) {
            this(inputFps, targetFps, targetFps, costMillis);
        }
    }

    private final List<Made> cameras;
    private final FairTurns turns;
    private final @Nullable Job[] workers;
    final long[] processed;
    final long[] busyMillis;
    final double[] worstGapMillis;
    private final long[] lastTaken;
    private final long[] sent;
    /** Whether a frame waits in the slot of each. */
    private final boolean[] slot;

    long now;

    private record Job(int camera, long endNanos) {}

    TurnSimulation(List<Made> cameras, int workers, double processors) {
        this.cameras = cameras;
        this.workers = new Job[workers];
        turns = new FairTurns(processors, 0);
        processed = new long[cameras.size()];
        busyMillis = new long[cameras.size()];
        worstGapMillis = new double[cameras.size()];
        lastTaken = new long[cameras.size()];
        sent = new long[cameras.size()];
        slot = new boolean[cameras.size()];
        cameras.forEach(camera -> turns.join(camera.targetFps, 0));
    }

    /** In steps of a millisecond. */
    TurnSimulation run(double seconds) {
        long end = now + Math.round(seconds * 1e9);
        for (; now < end; now += MILLI) {
            send();
            finish();
            begin();
        }
        return this;
    }

    private void send() {
        for (int i = 0; i < cameras.size(); i++) {
            while (sent[i] * 1e9 / cameras.get(i).inputFps <= now) {
                sent[i]++;
                slot[i] = true;
                turns.arrived(i);
            }
        }
    }

    private void finish() {
        for (int w = 0; w < workers.length; w++) {
            Job job = workers[w];
            if (job != null && job.endNanos <= now) {
                workers[w] = null;
                Made made = cameras.get(job.camera);
                turns.done(job.camera, made.wantedFps, made.costMillis * MILLI);
                processed[job.camera]++;
                busyMillis[job.camera] += cameras.get(job.camera).costMillis;
            }
        }
    }

    private void begin() {
        for (int w = 0; w < workers.length; w++) {
            if (workers[w] != null) {
                continue;
            }
            Turn turn = turns.next(now);
            if (turn.camera() == Turn.NONE) {
                return;
            }
            take(w, turn.camera());
        }
    }

    private void take(int worker, int camera) {
        if (!slot[camera]) {
            turns.nothing(camera);
            return;
        }
        for (Job job : workers) {
            if (job != null && job.camera == camera) {
                throw new AssertionError("camera " + camera + " is at work twice");
            }
        }
        slot[camera] = false;
        worstGapMillis[camera] = Math.max(worstGapMillis[camera], (now - lastTaken[camera]) / 1e6);
        lastTaken[camera] = now;
        workers[worker] = new Job(camera, now + cameras.get(camera).costMillis * MILLI);
    }

    FairTurns turns() {
        return turns;
    }

    double fps(int camera) {
        return processed[camera] / (now / 1e9);
    }

    /** Busy workers, on average. */
    double load() {
        return turns.worked().toNanos() / (double) now;
    }

    static List<Made> alike(int n, double targetFps, long costMillis) {
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            made.add(new Made(25, targetFps, costMillis));
        }
        return made;
    }
}
