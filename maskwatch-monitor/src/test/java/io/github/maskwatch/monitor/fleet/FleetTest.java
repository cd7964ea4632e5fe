package io.github.maskwatch.monitor.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.fleet.MadeUpCamera.Mood;
import io.github.maskwatch.monitor.live.Reconnection;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import io.github.maskwatch.tracking.TrackChange;
import io.github.maskwatch.tracking.TrackedFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads; nothing that is asserted depends on how fast they are. */
@Timeout(60)
class FleetTest {
    private static final Duration FRAME = Duration.ofMillis(10);
    private static final FleetConfig QUICK = FleetConfig.DEFAULTS
            .withCpuShare(1)
            .withReconnection(new Reconnection(
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    Duration.ofMillis(50),
                    null,
                    true));

    private final AtomicInteger openDetectors = new AtomicInteger();
    private final Heard heard = new Heard();
    private final List<Fleet> fleets = new ArrayList<>();

    /** Checks on the way that a camera's news come one at a time and in order. */
    private static final class Heard implements FleetListener {
        final Map<CameraId, List<CameraFrame>> frames = new ConcurrentHashMap<>();
        final Map<CameraId, List<Phase>> phases = new ConcurrentHashMap<>();
        final Map<CameraId, List<TrackChange>> lost = new ConcurrentHashMap<>();
        final Map<CameraId, List<String>> failures = new ConcurrentHashMap<>();
        private final Map<CameraId, Thread> speaking = new ConcurrentHashMap<>();

        private void alone(CameraId camera, Runnable action) {
            Thread other = speaking.putIfAbsent(camera, Thread.currentThread());
            if (other != null) {
                throw new AssertionError(camera + ": two at once");
            }
            action.run();
            speaking.remove(camera);
        }

        private static <T> void add(Map<CameraId, List<T>> to, CameraId camera, T value) {
            to.computeIfAbsent(camera, id -> new ArrayList<>()).add(value);
        }

        @Override
        public void frameWatched(CameraFrame frame) {
            alone(frame.camera(), () -> add(frames, frame.camera(), frame));
        }

        @Override
        public void peopleLost(CameraId camera, TrackedFrame ended, Instant time) {
            alone(camera, () -> ended.changes().forEach(change -> add(lost, camera, change)));
        }

        @Override
        public void statusChanged(CameraId camera, SourceStatus status, Instant time) {
            alone(camera, () -> add(phases, camera, status.phase()));
        }

        @Override
        public void frameFailed(CameraId camera, RuntimeException why) {
            alone(camera, () -> add(failures, camera, String.valueOf(why.getMessage())));
        }
    }

    @AfterEach
    void close() {
        fleets.forEach(Fleet::close);
    }

    private Fleet start(FleetConfig config, FleetCamera... cameras) throws IOException {
        Fleet fleet = Fleet.start(List.of(cameras), config, () -> new ColorDetector(openDetectors), heard);
        fleets.add(fleet);
        return fleet;
    }

    private static CameraFigures figures(Fleet fleet, MadeUpCamera camera) {
        return fleet.figures().cameras().stream()
                .filter(each -> each.camera().equals(camera.id()))
                .findFirst()
                .orElseThrow();
    }

    private static long processed(Fleet fleet, MadeUpCamera camera) {
        return figures(fleet, camera).statistics().framesProcessed();
    }

    /** The test's own timeout ends what never comes. */
    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    @Test
    void defaults() {
        assertThat(FleetConfig.DEFAULTS.cpuShare()).isEqualTo(0.75);
        assertThat(FleetConfig.DEFAULTS.idleFps()).isEqualTo(2);
        assertThat(FleetConfig.DEFAULTS.awake()).isEqualTo(Duration.ofSeconds(2));
        assertThat(FleetConfig.DEFAULTS.reconnection())
                .isEqualTo(new Reconnection(
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        null,
                        true));
        assertThatThrownBy(() -> FleetConfig.DEFAULTS.withCpuShare(0))
                .hasMessage("cpuShare must be above 0 to 1, got 0.0");
    }

    @Test
    void manyCamerasInOrderUnderTheirOwnNames() throws Exception {
        MadeUpCamera[] cameras = new MadeUpCamera[5];
        FleetCamera[] watched = new FleetCamera[5];
        for (int i = 0; i < cameras.length; i++) {
            cameras[i] = new MadeUpCamera("camera " + i, ColorDetector.SOMEBODY, FRAME);
            watched[i] = cameras[i].watched(40);
        }
        Fleet fleet = start(QUICK, watched);
        for (MadeUpCamera camera : cameras) {
            until(() -> processed(fleet, camera) > 20);
        }
        fleet.close();
        for (MadeUpCamera camera : cameras) {
            List<CameraFrame> frames = Objects.requireNonNull(heard.frames.get(camera.id()));
            assertThat(frames)
                    .extracting(each -> each.frame().index())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(frames).allMatch(each -> each.frame().camera().equals(camera.id()));
            assertThat(frames.get(10).tracked().tracks()).hasSize(1);
            assertThat(heard.phases.get(camera.id())).startsWith(Phase.OPENING, Phase.CONNECTED);
            assertThat(heard.lost.get(camera.id()))
                    .as("who is there at the end leaves")
                    .hasSize(1);
            CameraFigures figures = figures(fleet, camera);
            assertThat(figures.statistics().framesRead())
                    .isEqualTo(figures.statistics().framesProcessed()
                            + figures.statistics().framesDropped());
            assertThat(figures.statistics().people()).isNotNull();
        }
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void whereNobodyIsItLooksSeldom() throws Exception {
        MadeUpCamera empty = new MadeUpCamera("empty", ColorDetector.NOBODY, FRAME);
        MadeUpCamera busy = new MadeUpCamera("busy", ColorDetector.SOMEBODY, FRAME);
        Fleet fleet = start(QUICK, empty.watched(20), busy.watched(20));
        until(() -> figures(fleet, empty).wantedFps() == 2);
        assertThat(figures(fleet, busy).wantedFps()).isEqualTo(20);
    }

    @Test
    void aDetectorThatThrowsIsToldOnceAndOthersGoOn() throws Exception {
        MadeUpCamera bad = new MadeUpCamera("bad", ColorDetector.DEFECT, FRAME);
        MadeUpCamera good = new MadeUpCamera("good", ColorDetector.SOMEBODY, FRAME);
        Fleet fleet = start(QUICK, bad.watched(20), good.watched(20));
        until(() -> figures(fleet, bad).framesFailed() > 5 && processed(fleet, good) > 5);
        assertThat(heard.failures.get(bad.id())).containsExactly("this picture is a defect");
        assertThat(heard.failures.get(good.id())).isNull();
        assertThat(figures(fleet, bad).status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void garbageIsALossOfOneCameraOnly() throws Exception {
        MadeUpCamera garbage = new MadeUpCamera("garbage", ColorDetector.SOMEBODY, FRAME);
        MadeUpCamera good = new MadeUpCamera("good", ColorDetector.SOMEBODY, FRAME);
        Fleet fleet = start(QUICK, garbage.watched(20), good.watched(20));
        until(() -> processed(fleet, garbage) > 5);
        garbage.in(Mood.GARBAGE);
        until(() -> figures(fleet, garbage).status().lost());
        long before = processed(fleet, good);
        until(() -> garbage.opened.get() > 3 && processed(fleet, good) > before + 20);
        assertThat(heard.phases.get(good.id())).containsExactly(Phase.OPENING, Phase.CONNECTED);
        long lost = processed(fleet, garbage);
        garbage.in(Mood.WELL);
        until(() -> processed(fleet, garbage) > lost + 5);
    }

    @Test
    void whoIsThereWhenACameraIsLostLeaves() throws Exception {
        MadeUpCamera camera = new MadeUpCamera("door", ColorDetector.SOMEBODY, FRAME);
        Fleet fleet = start(QUICK, camera.watched(20));
        until(() -> processed(fleet, camera) > 5);
        camera.in(Mood.BROKEN);
        until(() -> heard.lost.containsKey(camera.id()));
        assertThat(heard.lost.get(camera.id()))
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(TrackChange.Kind.LEFT));
    }

    @Test
    void itEndsSoonEvenIfAReaderIsDeafAndLeavesNothingElseBehind() throws Exception {
        MadeUpCamera deaf = new MadeUpCamera("deaf", ColorDetector.SOMEBODY, FRAME);
        MadeUpCamera good = new MadeUpCamera("good", ColorDetector.SOMEBODY, FRAME);
        Fleet fleet = start(QUICK, deaf.watched(20), good.watched(20));
        until(() -> processed(fleet, deaf) > 3 && processed(fleet, good) > 3);
        deaf.in(Mood.DEAF);
        long start = System.nanoTime();
        Thread stopper = new Thread(fleet::stop);
        stopper.start();
        fleet.await();
        fleet.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("its promise")
                .isLessThan(Duration.ofSeconds(5));
        deaf.in(Mood.WELL);
        stopper.join();
        assertThat(openDetectors.get()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("maskwatch-worker")
                        || name.equals("maskwatch-tending")
                        || name.equals("maskwatch-reader-good"));
    }

    @Test
    void aListenersDefectIsCountedAndNotTheEnd() throws Exception {
        MadeUpCamera camera = new MadeUpCamera("door", ColorDetector.SOMEBODY, FRAME);
        FleetListener defect = new FleetListener() {
            @Override
            public void frameWatched(CameraFrame frame) {
                throw new IllegalArgumentException("a defect of the listener");
            }
        };
        Fleet fleet = Fleet.start(List.of(camera.watched(20)), QUICK, () -> new ColorDetector(openDetectors), defect);
        fleets.add(fleet);
        until(() -> figures(fleet, camera).framesFailed() > 3);
    }

    @Test
    void aDefectThatNobodyCanCatchEndsIt() throws Exception {
        MadeUpCamera camera = new MadeUpCamera("door", ColorDetector.SOMEBODY, FRAME);
        FleetListener defect = new FleetListener() {
            @Override
            public void frameWatched(CameraFrame frame) {
                throw new OutOfMemoryError("not really");
            }
        };
        Fleet fleet = Fleet.start(List.of(camera.watched(20)), QUICK, () -> new ColorDetector(openDetectors), defect);
        fleets.add(fleet);
        assertThatThrownBy(fleet::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not really");
    }

    @Test
    void ifNoDetectorOpensNoneStaysOpen() {
        MadeUpCamera a = new MadeUpCamera("a", 0, FRAME);
        MadeUpCamera b = new MadeUpCamera("b", 0, FRAME);
        AtomicInteger tries = new AtomicInteger();
        DetectorOpener second = () -> {
            if (tries.incrementAndGet() == 2 || Runtime.getRuntime().availableProcessors() == 1) {
                throw new IOException("no such model");
            }
            return new ColorDetector(openDetectors);
        };
        assertThatThrownBy(() -> Fleet.start(List.of(a.watched(9), b.watched(9)), QUICK, second, heard))
                .isInstanceOf(IOException.class)
                .hasMessage("no such model");
        assertThat(openDetectors.get()).isZero();
        assertThat(a.opened.get()).isZero();
    }
}
