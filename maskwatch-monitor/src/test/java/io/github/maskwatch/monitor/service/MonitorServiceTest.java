package io.github.maskwatch.monitor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.fleet.FleetConfig;
import io.github.maskwatch.tracking.TrackId;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MonitorServiceTest {
    private static final MonitorConfig CONFIG = MonitorConfig.of(
                    List.of(new CameraConfig("entrance", "a", 30, false), new CameraConfig("exit", "b", 30, false)))
            .withFleet(FleetConfig.DEFAULTS.withCpuShare(1));

    private final FakeStore store = new FakeStore();
    private final List<Event> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> news = Collections.synchronizedList(new ArrayList<>());

    private final MonitorListener listener = new MonitorListener() {
        @Override
        public void happened(List<Event> events) {
            if (!store.events().containsAll(events)) {
                news.add("told before it was written");
            }
            told.addAll(events);
        }

        @Override
        public void defect(String where, RuntimeException why) {
            news.add(where + ": " + why);
        }
    };

    /** A camera that shows the same all the time, every 20 ms. */
    private record Still(CameraConfig config) implements FrameSource {
        @Override
        public CameraId camera() {
            return config.id();
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public FrameReader open() {
            CountDownLatch closed = new CountDownLatch(1);
            return new FrameReader() {
                private long index;

                @Override
                public @Nullable Frame next() throws IOException {
                    try {
                        if (closed.await(20, TimeUnit.MILLISECONDS)) {
                            throw new IOException("closed");
                        }
                    } catch (InterruptedException e) {
                        throw new IOException("interrupted", e);
                    }
                    return new Frame(camera(), index, Duration.ofMillis(20 * index++), Image.filled(64, 48, 0x808080));
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }
    }

    private static final class MaskedFaceEverywhere implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of(
                    new MaskedFace(new Face(new Box(8, 6, 24, 24), 0.95f), new MaskPrediction(0.98, 0.01, 0.01)));
        }

        @Override
        public void close() {}
    }

    private MonitorService start(MonitorConfig config) throws IOException {
        SecureRandom random = new SecureRandom();
        return MonitorService.start(
                config,
                new MonitorParts(
                        Still::new,
                        MaskedFaceEverywhere::new,
                        camera -> new PersonEvents(camera, random),
                        store,
                        EventReaction.NONE,
                        listener));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private <T extends Event> List<T> stored(Class<T> type) {
        return store.events().stream().filter(type::isInstance).map(type::cast).collect(Collectors.toList());
    }

    @Test
    void aWholeRecordOfARun() throws Exception {
        MonitorService service = start(CONFIG);
        try (service) {
            until(() -> stored(StateChanged.class).size() == 2);
            Thread stopper = new Thread(service::stop);
            stopper.start();
            service.await();
            stopper.join();
        }
        assertThat(service.unwritten()).isZero();
        assertThat(service.figures().cameras()).hasSize(2);
        List<Event> events = store.events();
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        ServiceNoted.class, note -> assertThat(note.name()).isEqualTo("started"));
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        ServiceNoted.class, note -> assertThat(note.name()).isEqualTo("stopped"));
        assertThat(stored(CameraStatusChanged.class)).hasSize(2).allMatch(CameraStatusChanged::online);
        assertThat(stored(PersonAppeared.class)).hasSize(2);
        assertThat(stored(StateChanged.class)).allMatch(change -> change.to() == MaskState.WITH_MASK);
        assertThat(stored(PersonLeft.class))
                .hasSize(2)
                .allMatch(left -> left.state() == MaskState.WITH_MASK)
                .allMatch(left -> left.stayed().compareTo(Duration.ZERO) > 0);
        assertThat(told).isEqualTo(events);
        assertThat(news).isEmpty();
    }

    @Test
    void withoutAStoreItWatchesOnAndEndsInTime() throws Exception {
        store.gone(true);
        MonitorService service = start(CONFIG);
        until(() -> store.refused() > 0
                && service.figures().cameras().get(1).statistics().framesProcessed() > 5);
        long start = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("its promise")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(service.unwritten()).isGreaterThan(2);
        assertThat(told).isEmpty();
    }

    /** Else nothing would be stored any more, and nobody would know. */
    @Test
    void aWriterThatDiesEndsTheWatch() throws Exception {
        SecureRandom random = new SecureRandom();
        MonitorParts parts = new MonitorParts(
                Still::new,
                MaskedFaceEverywhere::new,
                camera -> new PersonEvents(camera, random),
                store,
                (events, now) -> {
                    throw new OutOfMemoryError("a test's");
                },
                listener);
        MonitorService service = MonitorService.start(CONFIG, parts);
        try (service) {
            assertThatThrownBy(service::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(OutOfMemoryError.class);
        }
        assertThat(service.unwritten()).as("told as a number").isPositive();
    }

    @Test
    void inStatisticsOnlyModeNothingAboutPeopleIsStoredOrTold() throws Exception {
        try (MonitorService service = start(CONFIG.withStatisticsOnly(StatisticsConfig.DEFAULTS))) {
            until(() -> service.figures().cameras().get(0).statistics().framesProcessed() > 10);
        }
        assertThat(store.events())
                .allMatch(event -> event instanceof ServiceNoted || event instanceof CameraStatusChanged);
        assertThat(told).isEqualTo(store.events());
        assertThat(stored(ServiceNoted.class).get(0).text()).contains("statistics only");
    }

    /** Goes as the test says. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** With each frame somebody has left. */
    private record Passing(CameraId camera, Clock clock, SecureRandom random) implements CameraEvents {
        @Override
        public List<Event> update(CameraFrame frame) {
            Instant now = clock.instant();
            return List.of(new PersonLeft(
                    EventId.random(now, random),
                    now,
                    camera,
                    TrackId.random(random),
                    MaskState.WITH_MASK,
                    Duration.ofSeconds(4)));
        }

        @Override
        public List<Event> end(Instant time) {
            return List.of();
        }
    }

    @Test
    void whatIsCountedIsInTheRecord() throws Exception {
        SetClock clock = new SetClock();
        SecureRandom random = new SecureRandom();
        MonitorParts parts = new MonitorParts(
                Still::new,
                MaskedFaceEverywhere::new,
                camera -> new Passing(camera, clock, random),
                store,
                EventReaction.NONE,
                listener);
        try (MonitorService service =
                MonitorService.start(CONFIG.withStatisticsOnly(StatisticsConfig.DEFAULTS), parts, clock, random)) {
            until(() -> service.figures().cameras().stream()
                    .allMatch(camera -> camera.statistics().framesProcessed() > 12));
            clock.now = Instant.parse("2026-11-23T08:20:00Z");
            until(() -> stored(PeopleCounted.class).size() == 2);
        }
        assertThat(stored(PeopleCounted.class))
                .allMatch(counted -> counted.withMask() >= 12)
                .allMatch(counted -> counted.from().equals(Instant.parse("2026-11-23T08:00:00Z")));
        assertThat(store.events())
                .allMatch(event -> event instanceof ServiceNoted
                        || event instanceof CameraStatusChanged
                        || event instanceof PeopleCounted);
        assertThat(told).isEqualTo(store.events());
    }

    @Test
    void configurationsThatMakeNoSense() {
        assertThatThrownBy(() -> MonitorConfig.of(List.of())).hasMessage("there must be a camera to watch, got none");
        assertThatThrownBy(() -> MonitorConfig.of(List.of(new CameraConfig("a", "0"), new CameraConfig("a", "1"))))
                .hasMessage("cameras must have different names, got \"a\" twice");
        assertThatThrownBy(() -> new CameraConfig("a", "0", 0, false))
                .hasMessage("targetFps of camera a must be above 0 to 60, got 0.0");
        assertThat(new CameraConfig("a", "rtsp://joe:s3cret@cam/1").toString()).doesNotContain("s3cret");
        MonitorConfig defaults = MonitorConfig.of(List.of(new CameraConfig("a", "0")));
        assertThat(defaults.detector()).isEqualTo("nano");
        assertThat(defaults.fleet()).isEqualTo(FleetConfig.DEFAULTS);
        assertThat(defaults.mostWaiting()).isEqualTo(100_000);
        assertThat(defaults.statisticsOnly()).isNull();
        assertThat(defaults.cameras().get(0).targetFps()).isEqualTo(10);
    }
}
