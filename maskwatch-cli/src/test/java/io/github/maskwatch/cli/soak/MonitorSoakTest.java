package io.github.maskwatch.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.cli.soak.FaultyLink.Fault;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.monitor.fleet.CameraFigures;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.monitor.service.EventReaction;
import io.github.maskwatch.monitor.service.MonitorConfig;
import io.github.maskwatch.monitor.service.MonitorListener;
import io.github.maskwatch.monitor.service.MonitorParts;
import io.github.maskwatch.monitor.service.MonitorService;
import io.github.maskwatch.monitor.service.PersonEvents;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.VideoOptions;
import io.github.maskwatch.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monitor on five real RTSP cameras, of which four stall, die, send garbage and change their size, each something else in each round, and
 * one is left in peace. A short run shows that it works; for a real one:
 *
 * <pre>
 * mvn -q test -pl maskwatch-cli -am -Dtest=MonitorSoakTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dmaskwatch.soak.minutes=60 -Dsurefire.argLine="-Xmx768m -XX:+UseSerialGC -Djava.awt.headless=true"
 * </pre>
 *
 * <p>It leaves what the process held after each round in {@code target/monitor-soak.csv}, and each recovery in {@code
 * target/monitor-soak-recoveries.csv}.
 */
class MonitorSoakTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("maskwatch.soak.minutes", "0.7"));
    /** From there on figures mean something. */
    private static final boolean REAL = MINUTES >= 5;

    private static final Duration ROUND = Duration.ofSeconds(REAL ? 60 : 17);
    private static final Duration FAULT = Duration.ofSeconds(REAL ? 10 : 7);
    private static final Duration RECOVERY = Duration.ofSeconds(REAL ? 10 : 40);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    /** A short run shares its JVM with other tests and ends before it is warm. */
    private static final double MOST_HEAP_GROWTH_MB = REAL ? 15 : 80;

    private static final double MOST_RESIDENT_GROWTH_MB = REAL ? 60 : 200;

    private static final List<Fault> FAULTS = List.of(Fault.STALL, Fault.DEATH, Fault.GARBAGE, Fault.OTHER_SIZE);
    /** Those that must be noticed. Damaged bytes may only damage pictures, and a reader that is behind has enough for a short stall. */
    private static final Set<Fault> LOSSES =
            REAL ? EnumSet.of(Fault.STALL, Fault.DEATH, Fault.OTHER_SIZE) : EnumSet.of(Fault.DEATH, Fault.OTHER_SIZE);

    private static final int LEFT_IN_PEACE = FAULTS.size();

    private final List<FaultyLink> links = new ArrayList<>();
    private final List<CameraId> cameras = new ArrayList<>();
    private final CountingStore store = new CountingStore();
    private final AtomicLong told = new AtomicLong();
    private final List<String> defects = new CopyOnWriteArrayList<>();
    private final List<String> recoveries = new ArrayList<>();
    private final List<Resources> samples = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    @TempDir
    Path folder;

    private RtspDoor door;

    private final MonitorListener listener = new MonitorListener() {
        @Override
        public void happened(List<Event> events) {
            told.addAndGet(events.size());
        }

        @Override
        public void defect(String where, RuntimeException why) {
            defects.add(where + ": " + why);
        }
    };

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Resources.canBeRead(), "needs Linux's /proc");
        assumeTrue(BundledDetector.NANO.isThere(), "no detector comes with this build");
        assumeTrue(
                RtspDoor.canRun(),
                "no GStreamer RTSP server: apt install python3-gi gir1.2-gst-rtsp-server-1.0"
                        + " gstreamer1.0-plugins-{base,good,bad,ugly}");
        door = RtspDoor.start(folder);
        for (int i = 0; i <= LEFT_IN_PEACE; i++) {
            links.add(new FaultyLink(door.largePort(), door.smallPort()));
            cameras.add(new CameraId("door " + (i + 1)));
        }
    }

    @AfterEach
    void close() throws Exception {
        for (FaultyLink link : links) {
            link.close();
        }
        if (door != null) {
            door.close();
        }
    }

    private MonitorConfig config() {
        List<CameraConfig> configs = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String address = "rtsp://127.0.0.1:" + links.get(i).port() + RtspDoor.PATH;
            configs.add(new CameraConfig(cameras.get(i).name(), address, 5, false));
        }
        return MonitorConfig.of(configs);
    }

    private static FrameSource source(CameraConfig camera) {
        VideoOptions options = VideoOptions.defaults().withTimeouts(Duration.ofSeconds(6), Duration.ofMillis(4500));
        return VideoSource.parse(camera.source(), options.withThreads(1));
    }

    private MonitorService start() throws IOException {
        SecureRandom random = new SecureRandom();
        DetectorConfig detector = DetectorConfig.DEFAULTS.withScoreFloor(TrackingConfig.DEFAULTS.lowScore());
        MonitorParts parts = new MonitorParts(
                MonitorSoakTest::source,
                () -> BundledDetector.NANO.open(detector),
                camera -> new PersonEvents(camera, random),
                store,
                EventReaction.NONE,
                listener);
        return MonitorService.start(config(), parts);
    }

    @Test
    void camerasThatMisbehaveCostNothingForGood() throws Exception {
        MonitorService service = start();
        try (service) {
            awaitAll(service, Collections.nCopies(cameras.size(), Fault.NONE), WARM_UP);
            for (int round = 0; minutes() < MINUTES || round < 2; round++) {
                round(service, round);
            }
        }
        checkEvents();
        checkResources();
        assertThat(service.unwritten()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("maskwatch-"));
    }

    private double minutes() {
        return (System.nanoTime() - startNanos) / 60e9;
    }

    private void round(MonitorService service, int round) throws Exception {
        long begin = System.nanoTime();
        List<Long> lostBefore =
                cameras.stream().map(each -> store.seen(each).lost()).toList();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < cameras.size(); i++) {
            faults.add(i == LEFT_IN_PEACE ? Fault.NONE : FAULTS.get((i + round) % FAULTS.size()));
            links.get(i).fault(faults.get(i));
        }
        Thread.sleep(FAULT.toMillis());
        links.forEach(link -> link.fault(Fault.NONE));
        awaitAll(service, faults, RECOVERY);
        for (int i = 0; i < cameras.size(); i++) {
            assertThat(store.seen(cameras.get(i)).lost())
                    .as("losses of %s by %s", cameras.get(i), faults.get(i))
                    .isGreaterThanOrEqualTo(lostBefore.get(i) + (LOSSES.contains(faults.get(i)) ? 1 : 0));
        }
        long rest = ROUND.toMillis() - (System.nanoTime() - begin) / 1_000_000;
        Thread.sleep(Math.max(0, rest));
        samples.add(Resources.now(60 * minutes()));
        write();
    }

    /** Until each camera has frames that are worked on and people that are seen. */
    private void awaitAll(MonitorService service, List<Fault> faults, Duration atMost) throws InterruptedException {
        long since = System.nanoTime();
        List<Long> before =
                cameras.stream().map(each -> processed(service, each)).toList();
        List<CameraId> missing = new ArrayList<>(cameras);
        while (!missing.isEmpty()) {
            double seconds = (System.nanoTime() - since) / 1e9;
            for (CameraId camera : List.copyOf(missing)) {
                int i = cameras.indexOf(camera);
                if (figures(service, camera).status().phase() == Phase.CONNECTED
                        && processed(service, camera) > before.get(i)
                        && store.seen(camera).there() > 0) {
                    missing.remove(camera);
                    recoveries.add(String.format(
                            Locale.ROOT, "%.0f,%s,%s,%.1f", 60 * minutes(), camera, faults.get(i), seconds));
                }
            }
            assertThat(seconds)
                    .as("s without %s: %s", missing, service.figures().cameras())
                    .isLessThan((double) atMost.toSeconds());
            Thread.sleep(50);
        }
    }

    private static long processed(MonitorService service, CameraId camera) {
        return figures(service, camera).statistics().framesProcessed();
    }

    private static CameraFigures figures(MonitorService service, CameraId camera) {
        return service.figures().cameras().stream()
                .filter(each -> each.camera().equals(camera))
                .findFirst()
                .orElseThrow();
    }

    private void checkEvents() {
        assertThat(store.wrong()).isEmpty();
        assertThat(defects).isEmpty();
        assertThat(told.get()).as("what was told is what was stored").isEqualTo(store.events());
        for (CameraId camera : cameras) {
            CountingStore.Seen seen = store.seen(camera);
            assertThat(seen.appeared())
                    .as("passages of %s", camera)
                    .isPositive()
                    .isEqualTo(seen.left());
        }
        assertThat(store.seen(cameras.get(LEFT_IN_PEACE)).lost())
                .as("losses of the camera that was left in peace")
                .isZero();
    }

    private void checkResources() {
        assertThat(Resources.growth(samples, Resources::heapMb)).as("heap, MB").isLessThan(MOST_HEAP_GROWTH_MB);
        assertThat(Resources.growth(samples, Resources::residentMb))
                .as("resident, MB")
                .isLessThan(MOST_RESIDENT_GROWTH_MB);
        assertThat(Resources.growth(samples, Resources::files)).as("files").isLessThan(8);
        assertThat(Resources.growth(samples, Resources::threads)).as("threads").isLessThan(4);
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(Resources.HEADER));
        samples.forEach(sample -> lines.add(sample.csv()));
        Path target = Files.createDirectories(Path.of("target"));
        Files.write(target.resolve("monitor-soak.csv"), lines);
        List<String> back = new ArrayList<>(List.of("seconds,camera,fault,recovery_s"));
        back.addAll(recoveries);
        Files.write(target.resolve("monitor-soak-recoveries.csv"), back);
    }
}
