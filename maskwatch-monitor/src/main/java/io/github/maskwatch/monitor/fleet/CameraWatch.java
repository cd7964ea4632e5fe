package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.LatestFeed;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.StatisticsRecorder;
import io.github.maskwatch.monitor.live.TimedFrame;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.tracking.Tracker;
import io.github.maskwatch.tracking.TrackingConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One camera of many: its feed, those who are followed before it, its figures. What is told of it is told under its lock, in order.
 * Thread-safe.
 */
final class CameraWatch {
    private final FleetCamera camera;
    private final FleetListener listener;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final StatisticsRecorder statistics;
    private final LatestFeed feed;
    private final Tracker tracker;
    private final Cadence cadence;
    private final Duration gap;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<SourceStatus> changes = new ConcurrentLinkedQueue<>();

    private volatile SourceStatus status = SourceStatus.opening();
    private volatile long failed;
    private volatile double wantedFps;
    private volatile boolean broken;
    private long workedNanos;
    private boolean somebody;

    /**
     * @param tracking with the detector's own high score
     * @param arrival told of each frame, on the reader's thread
     */
    CameraWatch(
            FleetCamera camera,
            FleetConfig config,
            TrackingConfig tracking,
            FleetListener listener,
            Runnable arrival,
            Clock clock,
            LongSupplier nanoClock,
            RandomGenerator random) {
        this.camera = camera;
        this.listener = listener;
        this.clock = clock;
        this.nanoClock = nanoClock;
        statistics = new StatisticsRecorder(nanoClock);
        feed = LatestFeed.tended(
                new SteadySource(camera.id(), camera.source()),
                config.reconnection().withPatience(true),
                statistics,
                this::changed,
                arrival,
                nanoClock,
                random);
        tracker = new ByteTracker(tracking, random);
        gap = tracking.gap();
        workedNanos = nanoClock.getAsLong();
        cadence = new Cadence(camera.targetFps(), config.idleFps(), config.awake(), workedNanos);
        wantedFps = camera.targetFps();
    }

    private void changed(SourceStatus news) {
        status = news;
        changes.add(news);
    }

    /**
     * Works on the newest frame.
     *
     * @return whether there was one
     */
    boolean work(MaskDetector detector) {
        lock.lock();
        try {
            TimedFrame timed = feed.take();
            tellChanges();
            if (timed == null) {
                return false;
            }
            workGuarded(timed, detector);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void workGuarded(TimedFrame timed, MaskDetector detector) {
        try {
            work(timed, detector);
        } catch (RuntimeException e) {
            failed(e);
        }
        long now = nanoClock.getAsLong();
        workedNanos = now;
        wantedFps = cadence.after(somebody, now);
    }

    private void work(TimedFrame timed, MaskDetector detector) {
        Frame read = timed.frame();
        Frame frame = camera.mirror() ? read.withImage(read.image().mirror()) : read;
        List<MaskedFace> found = detector.detect(frame.image());
        TrackedFrame tracked = tracker.update(frame, found);
        somebody = !tracked.tracks().isEmpty() || !tracked.faces().isEmpty();
        long now = nanoClock.getAsLong();
        statistics.processed(tracked.told(), timed.readNanos(), now);
        statistics.followed(tracked, frame.position());
        Duration latency = Duration.ofNanos(now - timed.readNanos());
        listener.frameWatched(new CameraFrame(
                camera.id(), frame, found, tracked, clock.instant().minus(latency), latency));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Only ever written under the lock.
    private void failed(RuntimeException why) {
        failed++;
        if (failed == 1) {
            listener.frameFailed(camera.id(), why);
        }
    }

    /** Looks after the reader, and after those who cannot be followed any more. Never waits, not even for a worker. */
    void tend() {
        if (!broken) {
            try {
                feed.tend();
            } catch (IOException e) {
                broken = true;
                changed(SourceStatus.givenUp(String.valueOf(e.getMessage())));
            }
        }
        if (lock.tryLock()) {
            try {
                tellChanges();
                if (nanoClock.getAsLong() - workedNanos > gap.toNanos()) {
                    losePeople();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void tellChanges() {
        for (SourceStatus news = changes.poll(); news != null; news = changes.poll()) {
            SourceStatus told = news;
            guarded(() -> listener.statusChanged(camera.id(), told, clock.instant()));
        }
    }

    private void losePeople() {
        TrackedFrame ended = tracker.end();
        somebody = false;
        statistics.nobodyIsHere();
        if (!ended.changes().isEmpty()) {
            Instant now = clock.instant();
            guarded(() -> listener.peopleLost(camera.id(), ended, now));
        }
    }

    private void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Whether no more frames will come. */
    boolean over() {
        return broken || feed.over();
    }

    double wantedFps() {
        return wantedFps;
    }

    CameraFigures figures() {
        return new CameraFigures(camera.id(), status, statistics.snapshot(), failed, wantedFps);
    }

    /** Tells the reader to end; does not wait. */
    void release() {
        feed.release();
    }

    /** Waits for the reader, and tells who was still there; but waits for nobody that hangs. */
    void close(Duration atMost) throws InterruptedException {
        feed.close(atMost);
        if (lock.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                tellChanges();
                losePeople();
            } finally {
                lock.unlock();
            }
        }
    }
}
