package io.github.maskwatch.monitor.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is. A pure function of the times that it is told: no thread, no clock.
 *
 * <p>Two questions are kept apart. <b>When is a camera due?</b> One period of the rate that it wants after its last frame; a frame that came
 * late is made up for by at most one period, so that rates are kept without bursts. <b>Which of those that are due comes first?</b> That is
 * start-time fair queueing [1]: a frame gets the start tag {@code S = max(v, F)}, with the virtual time {@code v} (the start tag of the
 * frame taken last) and the finish tag {@code F} of the camera's frame before; when the work is done,
 * {@code F = S + processor time it took / weight}. The smallest start tag comes first; of equal ones the camera whose last frame is oldest, measured
 * in the periods that it wants.
 *
 * <p>What follows from it:
 *
 * <ul>
 *   <li>Where all can have what they want, everybody gets it.
 *   <li>Where not, working time is shared by weight. Cameras whose frames cost the same get frames by weight, which is stride
 *       scheduling [2]; one whose frames cost ten times as much gets a tenth of the frames, and the others lose nothing by it.
 *   <li>Who wants less than its share gets it, soon: its tag is never ahead of the virtual time.
 *   <li>Nobody starves: between two turns of one that waits, each other camera gets as much working time as its weight allows, and
 *       one frame more.
 *   <li>What is too much is left out, not put off: there is no queue of frames in which one could grow old.
 * </ul>
 *
 * <p>Modified: the cost of a frame is known only afterwards, so that it is charged then; there are several workers; and a camera has at most one
 * frame in work.
 *
 * <p>[1] Goyal, P., Vin, H. M., Cheng, H. Start-time fair queueing: a scheduling algorithm for integrated services packet switching networks.
 * SIGCOMM 1996. [2] Waldspurger, C. A., Weihl, W. E. Stride scheduling: deterministic proportional-share resource management. MIT/LCS/TM-528,
 * 1995.
 *
 * <p>One thread at a time.
 */
final class FairTurns {
    /** A quiet time is not saved up for longer than this. */
    private static final Duration BURST = Duration.ofMillis(250);

    private static final double NANOS = 1e9;

    private final List<Lane> lanes = new ArrayList<>();
    private final BusyBudget budget;
    private double virtualTime;

    /**
     * An answer to "who is next?".
     *
     * @param camera its number; none: -1
     * @param waitNanos where there is none: when to ask again if nothing happens before
     */
    record Turn(int camera, long waitNanos) {
        static final int NONE = -1;

        static Turn of(int camera) {
            return new Turn(camera, 0);
        }

        static Turn in(long nanos) {
            return new Turn(NONE, nanos);
        }
    }

    /** One camera's place. */
    private static final class Lane {
        final int number;
        final double weight;
        double wantedFps;
        boolean ready;
        boolean running;
        /** When the last frame should have been taken. */
        long anchorNanos;

        long takenNanos;
        double start;
        double finish;
        long anchorBefore;
        long takenBefore;
        double finishBefore;

        Lane(int number, double weight, long nowNanos) {
            this.number = number;
            this.weight = weight;
            wantedFps = weight;
            takenNanos = nowNanos - periodNanos();
            anchorNanos = takenNanos;
        }

        long periodNanos() {
            return Math.round(NANOS / wantedFps);
        }

        long waitNanos(long nowNanos) {
            return Math.max(0, anchorNanos + periodNanos() - nowNanos);
        }

        /** Periods since the last frame. */
        double age(long nowNanos) {
            return (nowNanos - takenNanos) / NANOS * wantedFps;
        }

        void take(double startTag, long nowNanos) {
            anchorBefore = anchorNanos;
            takenBefore = takenNanos;
            finishBefore = finish;
            long period = periodNanos();
            anchorNanos = Math.max(Math.min(anchorNanos + period, nowNanos), nowNanos - period);
            takenNanos = nowNanos;
            start = startTag;
            ready = false;
            running = true;
        }

        void giveBack() {
            anchorNanos = anchorBefore;
            takenNanos = takenBefore;
            finish = finishBefore;
            running = false;
        }
    }

    /** @param processors how many may be busy on average, above 0; may be a fraction */
    FairTurns(double processors, long nowNanos) {
        budget = new BusyBudget(processors, BURST, nowNanos);
    }

    /**
     * A new camera; its first frame is due at once.
     *
     * @param targetFps frames per second that it wants at most: its weight, and what it wants at first
     * @return its number, from 0
     */
    int join(double targetFps, long nowNanos) {
        lanes.add(new Lane(lanes.size(), targetFps, nowNanos));
        return lanes.size() - 1;
    }

    /**
     * There is a frame to be taken.
     *
     * @return whether that is news
     */
    boolean arrived(int camera) {
        Lane lane = lanes.get(camera);
        boolean news = !lane.ready;
        lane.ready = true;
        return news;
    }

    /** Who is next. The camera that is named is at work from now until {@link #done} or {@link #nothing}. */
    Turn next(long nowNanos) {
        Lane best = null;
        long wait = Long.MAX_VALUE;
        for (Lane lane : lanes) {
            if (!lane.ready || lane.running) {
                continue;
            }
            long due = lane.waitNanos(nowNanos);
            wait = Math.min(wait, due);
            if (due == 0 && before(lane, best, nowNanos)) {
                best = lane;
            }
        }
        return best == null ? Turn.in(wait) : withinBudget(best, nowNanos);
    }

    private double startTag(Lane lane) {
        return Math.max(virtualTime, lane.finish);
    }

    private boolean before(Lane lane, @Nullable Lane other, long nowNanos) {
        if (other == null) {
            return true;
        }
        int order = Double.compare(startTag(lane), startTag(other));
        return order < 0 || (order == 0 && lane.age(nowNanos) > other.age(nowNanos));
    }

    private Turn withinBudget(Lane lane, long nowNanos) {
        long wait = budget.waitNanos(nowNanos);
        if (wait > 0) {
            return Turn.in(wait);
        }
        double tag = startTag(lane);
        virtualTime = tag;
        lane.take(tag, nowNanos);
        return Turn.of(lane.number);
    }

    /**
     * The frame is worked on.
     *
     * @param wantedFps from now on, above 0
     * @param workNanos processor time that it took
     */
    void done(int camera, double wantedFps, long workNanos) {
        Lane lane = lanes.get(camera);
        budget.charge(workNanos);
        lane.finish = lane.start + workNanos / NANOS / lane.weight;
        lane.wantedFps = wantedFps;
        lane.running = false;
    }

    /** There was no frame after all: as if it had not had its turn. */
    void nothing(int camera) {
        lanes.get(camera).giveBack();
    }

    /** What the camera wants now, frames per second. */
    double wantedFps(int camera) {
        return lanes.get(camera).wantedFps;
    }

    /** Processor time of all frames so far. */
    Duration worked() {
        return budget.worked();
    }
}
