package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.fleet.CameraFrame;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.tracking.TrackedFace;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.video.VideoSource;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmPicturesTest {
    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00.120Z");
    private static final CameraId DOOR = new CameraId("../front door");

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private final StringWriter log = new StringWriter();
    private MaskDetector detector;

    @BeforeEach
    void open() throws IOException {
        detector = Maskwatch.detector();
    }

    @AfterEach
    void close() {
        detector.close();
    }

    private AlarmPictures pictures(KeptFaces faces) throws IOException {
        SiteLog siteLog = new SiteLog(new PrintWriter(log, true), false, Clock.systemUTC());
        return AlarmPictures.open(new PictureSettings(folder.resolve("alarms"), faces, Duration.ofDays(7)), siteLog);
    }

    private CameraFrame frame(CameraId camera, Instant time) throws IOException {
        try (FrameReader people = new DemoSource(1, null).open()) {
            Frame frame = Objects.requireNonNull(people.next());
            List<MaskedFace> found = detector.detect(frame.image());
            assertThat(found).isNotEmpty();
            TrackedFrame tracked = new TrackedFrame(
                    found.stream().map(face -> new TrackedFace(face, null)).toList(), List.of(), List.of());
            return new CameraFrame(camera, frame, found, tracked, time, Duration.ZERO);
        }
    }

    private AlarmRaised alarm(CameraId camera, Instant time) {
        return new AlarmRaised(EventId.random(time, random), time, camera, "no-mask", null, null, null, "no mask");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("alarms"))) {
            return files.sorted().toList();
        }
    }

    private int faces(Path file) throws IOException {
        try (FrameReader reader = VideoSource.parse(file.toString()).open()) {
            return detector.detect(Objects.requireNonNull(reader.next()).image())
                    .size();
        }
    }

    private Path keep(KeptFaces faces) throws IOException {
        AlarmRaised alarm = alarm(DOOR, TIME.plusMillis(80));
        try (AlarmPictures pictures = pictures(faces)) {
            pictures.seen(frame(DOOR, TIME), Places.NONE);
            pictures.raised(alarm);
        }
        Path file = folder.resolve("alarms/2026-11-25T08-30-00.120Z_..-front-door_" + alarm.id() + ".jpg");
        assertThat(files()).contains(file);
        return file;
    }

    @Test
    void inTheAlarmsPictureTheDetectorFindsNoFaceUnlessItIsRaw() throws IOException {
        assertThat(faces(keep(KeptFaces.PIXELATED))).isZero();
        assertThat(faces(keep(KeptFaces.RAW))).isPositive();
        assertThat(log.toString()).isEmpty();
    }

    @Test
    void zonesAreDrawnOnTheAlarmsPicture() throws IOException {
        Zone whole = new Zone("hall", Polygon.rectangle(0.002, 0.002, 0.998, 0.998));
        AlarmRaised alarm = alarm(DOOR, TIME);
        try (AlarmPictures pictures = pictures(KeptFaces.PIXELATED)) {
            pictures.seen(frame(DOOR, TIME), Places.uncounted(PlaceConfig.DEFAULTS.withZones(List.of(whole))));
            pictures.raised(alarm);
        }
        try (FrameReader reader = VideoSource.parse(files().get(0).toString()).open()) {
            int border = Objects.requireNonNull(reader.next()).image().at(1, 200);
            assertThat(border & 0xff).as("blue of the zone's border").isGreaterThan(190);
            assertThat(border >> 16).as("red of the zone's border").isLessThan(150);
        }
    }

    @Test
    void ofACameraThereIsAtMostOneASecond() throws IOException {
        CameraId yard = new CameraId("yard");
        try (AlarmPictures pictures = pictures(KeptFaces.PIXELATED)) {
            pictures.seen(frame(DOOR, TIME), Places.NONE);
            pictures.seen(frame(yard, TIME), Places.NONE);
            pictures.raised(alarm(DOOR, TIME));
            pictures.raised(alarm(DOOR, TIME.plusMillis(999)));
            pictures.raised(alarm(yard, TIME.plusMillis(999)));
            pictures.raised(alarm(DOOR, TIME.plusMillis(1000)));
        }
        assertThat(files()).hasSize(3);
    }

    @Test
    void anOldFrameOrALostCameraIsNoPictureOfTheAlarm() throws IOException {
        CameraId yard = new CameraId("yard");
        try (AlarmPictures pictures = pictures(KeptFaces.PIXELATED)) {
            pictures.seen(frame(DOOR, TIME), Places.NONE);
            pictures.seen(frame(yard, TIME), Places.NONE);
            pictures.lost(yard);
            pictures.raised(alarm(DOOR, TIME.plusSeconds(6)));
            pictures.raised(alarm(yard, TIME));
            pictures.raised(alarm(new CameraId("never seen"), TIME));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void oldPicturesAreDeletedAndNothingElse() throws IOException {
        Path old = keep(KeptFaces.PIXELATED);
        Path left = Files.createFile(old.resolveSibling("." + old.getFileName() + ".part"));
        Path others = Files.createFile(old.resolveSibling("2001-01-01T00-00-00.000Z_mine.jpg"));
        try (AlarmPictures pictures = pictures(KeptFaces.PIXELATED)) {
            assertThat(pictures.forget(TIME.plus(Duration.ofDays(7)))).isZero();
            assertThat(pictures.forget(TIME.plus(Duration.ofDays(7)).plusSeconds(1)))
                    .isEqualTo(2);
        }
        assertThat(old).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws IOException {
        Files.createFile(folder.resolve("alarms"));
        assertThatThrownBy(() -> pictures(KeptFaces.PIXELATED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot make the folder");
    }
}
