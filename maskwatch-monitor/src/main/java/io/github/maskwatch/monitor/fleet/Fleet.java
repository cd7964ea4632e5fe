package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.fleet.FairTurns.Turn;
import io.github.maskwatch.tracking.TrackingConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches many cameras with one pool of workers. Every camera has a reader and a slot in which the newest frame wins; the workers take
 * cameras in turns ({@link FairTurns}), at most as much as the share of the machine allows. Too much work costs frames per second and never
 * latency: no frame waits for another one of its camera, and one that is overtaken is left out.
 *
 * <p>A camera that is lost, sends garbage, or on whose frames the detector throws, leaves the others alone.
 *
 * <p>Threads, all of them daemons with names: one reader for each camera, the workers, and one that looks after the readers ten times a
 * second. {@link #stop}, {@link #fail}, {@link #figures} and {@link #await} may be called from any thread; {@link #close} from any but those of the
 * listener.
 */
public final class Fleet implements AutoCloseable {
    private static final long TEND_MILLIS = 100;
    /** A service has five seconds to end, and writes its last events after this. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    /** For each camera after that: the readers have been ending side by side meanwhile. */
    private static final Duration LAST_PATIENCE = Duration.ofMillis(2);

    private final List<CameraWatch> cameras = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final LongSupplier nanoClock;
    private final LongSupplier workClock = workClock();
    private final Dispatch dispatch;
    private final int workers;
    private final long startNanos;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Fleet(int workers, double processors, LongSupplier nanoClock) {
        this.workers = workers;
        this.nanoClock = nanoClock;
        startNanos = nanoClock.getAsLong();
        dispatch = new Dispatch(new FairTurns(processors, startNanos), nanoClock);
    }

    /**
     * Begins to watch, with this machine's processors and clock.
     *
     * @throws IOException if no detector can be opened; what is wrong with a camera is told to the listener
     */
    public static Fleet start(
            List<FleetCamera> cameras, FleetConfig config, DetectorOpener detectors, FleetListener listener)
            throws IOException {
        return start(cameras, config, detectors, listener, Clock.systemUTC(), System::nanoTime, new SecureRandom());
    }

    /**
     * @param clock for the times of frames
     * @param nanoClock monotonic, ns; it must move with the time that threads wait
     * @param random for the jitter of reconnecting and the tracks' names; thread-safe
     */
    public static Fleet start(
            List<FleetCamera> cameras,
            FleetConfig config,
            DetectorOpener detectors,
            FleetListener listener,
            Clock clock,
            LongSupplier nanoClock,
            RandomGenerator random)
            throws IOException {
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("there must be a camera to watch, got none");
        }
        double processors = config.cpuShare() * Runtime.getRuntime().availableProcessors();
        int workers = (int) Math.min(cameras.size(), Math.ceil(processors));
        List<MaskDetector> opened = open(workers, detectors);
        Fleet fleet = new Fleet(workers, processors, nanoClock);
        TrackingConfig tracking = config.tracking().withHighScore(opened.get(0).workingScore());
        for (FleetCamera camera : cameras) {
            int number = fleet.dispatch.join(camera.targetFps());
            fleet.cameras.add(new CameraWatch(
                    camera,
                    config,
                    tracking,
                    listener,
                    () -> fleet.dispatch.arrived(number),
                    clock,
                    nanoClock,
                    random));
        }
        fleet.begin(opened);
        return fleet;
    }

    private static List<MaskDetector> open(int workers, DetectorOpener detectors) throws IOException {
        List<MaskDetector> opened = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                opened.add(detectors.open());
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.forEach(MaskDetector::close);
            throw e;
        }
    }

    /**
     * The processor time of the thread that asks, ns; where the JVM cannot tell, the time of day. On a machine that is busy with other things
     * a worker waits half of its time, and must not be charged for that.
     */
    private static LongSupplier workClock() {
        ThreadMXBean jvm = ManagementFactory.getThreadMXBean();
        return jvm.isCurrentThreadCpuTimeSupported() && jvm.isThreadCpuTimeEnabled()
                ? jvm::getCurrentThreadCpuTime
                : System::nanoTime;
    }

    private void begin(List<MaskDetector> detectors) {
        for (int i = 0; i < detectors.size(); i++) {
            MaskDetector detector = detectors.get(i);
            threads.add(new Thread(() -> guarded(() -> work(detector)), "maskwatch-worker-" + (i + 1)));
        }
        threads.add(new Thread(() -> guarded(this::tend), "maskwatch-tending"));
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What a thread does until the end. */
    private interface Duty {
        void perform() throws InterruptedException;
    }

    /** A thread that dies must not leave a service behind that looks alive. */
    private void guarded(Duty duty) {
        try {
            duty.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** A worker's life. It closes its detector itself, for nobody else knows when the detector is at rest. */
    private void work(MaskDetector detector) throws InterruptedException {
        try (detector) {
            for (int camera = dispatch.next(); camera != Turn.NONE; camera = dispatch.next()) {
                CameraWatch watch = cameras.get(camera);
                long before = workClock.getAsLong();
                if (watch.work(detector)) {
                    dispatch.done(camera, watch.wantedFps(), workClock.getAsLong() - before);
                } else {
                    dispatch.nothing(camera);
                }
            }
        }
    }

    private void tend() throws InterruptedException {
        do {
            cameras.forEach(CameraWatch::tend);
            if (cameras.stream().allMatch(CameraWatch::over)) {
                stop();
            }
        } while (!stopping.await(TEND_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Ends the watch soon, without waiting for it. Idempotent. */
    public void stop() {
        stopping.countDown();
        dispatch.stop();
    }

    /**
     * As {@link #stop}, because of a defect, here or elsewhere. Only the first one counts.
     *
     * @param why told by {@link #await}
     */
    public void fail(Throwable why) {
        failure.compareAndSet(null, why);
        stop();
    }

    /**
     * Waits until {@link #stop} is called or no camera has frames any more.
     *
     * @throws IllegalStateException if a defect ended the watch; it is the cause
     */
    public void await() throws InterruptedException {
        stopping.await();
        Throwable why = failure.get();
        if (why != null) {
            throw new IllegalStateException("a defect ended the watch: " + why, why);
        }
    }

    /** The figures at this moment. */
    public FleetFigures figures() {
        return new FleetFigures(
                cameras.stream().map(CameraWatch::figures).toList(),
                dispatch.worked(),
                Duration.ofNanos(nanoClock.getAsLong() - startNanos),
                workers);
    }

    /**
     * Ends the watch within some 2.5 seconds: the workers finish their frames, the readers are released, and the listener is told who was
     * still there. What hangs in a driver or in native code in spite of it is left behind as a daemon thread. Idempotent.
     */
    @Override
    public void close() {
        stop();
        cameras.forEach(CameraWatch::release);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
            for (CameraWatch camera : cameras) {
                long left = Math.max(LAST_PATIENCE.toNanos(), deadline - System.nanoTime());
                camera.close(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
