package io.github.maskwatch.cli.picture;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.LineMark;
import io.github.maskwatch.monitor.overlay.Mark;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Pictures;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.VideoFile;
import io.github.maskwatch.zone.FrameMoment;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.PlaceWatch;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Writes a picture of tracks, zones and counts: {@code demo|CLIP SECONDS OUTPUT.png}, as of that second; or, with {@code entrance OUTPUT.jpg},
 * docs/pictures/places.jpg.
 */
final class PlacesPicture {
    private static final PlaceConfig DEMO = PlaceConfig.DEFAULTS
            .withZones(List.of(
                    new Zone(
                            "waiting room",
                            new Polygon(List.of(
                                    new Point(0.03, 0.16),
                                    new Point(0.40, 0.16),
                                    new Point(0.46, 0.93),
                                    new Point(0.03, 0.93)))),
                    new Zone("desk", Polygon.rectangle(0.62, 0.16, 0.97, 0.93))))
            .withLines(List.of(new Line("entrance", new Point(0.54, 0.92), new Point(0.52, 0.12))));

    /** Of group_putting_masks_on.mp4 and others that show people at a table. */
    private static final PlaceConfig CLIP = PlaceConfig.DEFAULTS
            .withZones(List.of(
                    new Zone(
                            "left table",
                            new Polygon(List.of(
                                    new Point(0.04, 0.10),
                                    new Point(0.36, 0.10),
                                    new Point(0.42, 0.55),
                                    new Point(0.38, 0.95),
                                    new Point(0.04, 0.95)))),
                    new Zone("right table", Polygon.rectangle(0.46, 0.25, 0.96, 0.95))))
            .withLines(List.of(new Line("aisle", new Point(0.44, 0.97), new Point(0.41, 0.06))));

    private static final PlaceConfig ENTRANCE = PlaceConfig.DEFAULTS
            .withZones(List.of(
                    new Zone(
                            "waiting room",
                            new Polygon(List.of(
                                    new Point(0.03, 0.30),
                                    new Point(0.34, 0.30),
                                    new Point(0.30, 0.97),
                                    new Point(0.03, 0.97)))),
                    new Zone("desk", Polygon.rectangle(0.68, 0.30, 0.97, 0.97))))
            .withLines(List.of(new Line("door", new Point(0.37, 0.72), new Point(0.65, 0.72))));

    private PlacesPicture() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("entrance")) {
            write(entrance(), args[1]);
            return;
        }
        boolean demo = args[0].equals("demo");
        FrameSource source = demo ? new DemoSource(1, null) : new VideoFile(Path.of(args[0]));
        Duration until = Duration.ofMillis(Math.round(1000 * Double.parseDouble(args[1])));
        Image drawn = draw(source, demo ? DEMO : CLIP, until);
        write(drawn, args[2]);
    }

    private static void write(Image drawn, String file) throws IOException {
        ImageIO.write(
                Pictures.toBuffered(drawn),
                file.replaceAll(".*\\.", ""),
                Path.of(file).toFile());
    }

    /** The drawn entrance, where nobody moves; the line's counts are those of a morning. */
    private static Image entrance() throws IOException {
        Image scene = EntranceScene.draw();
        CameraId camera = new CameraId("entrance");
        try (MaskDetector detector = BundledDetector.NANO.open(DetectorConfig.DEFAULTS)) {
            ByteTracker tracker =
                    new ByteTracker(TrackingConfig.DEFAULTS.withHighScore(detector.workingScore()), new Random(1));
            PlaceWatch watch = new PlaceWatch(camera, ENTRANCE, new Random(1));
            TrackedFrame tracked = new TrackedFrame(List.of(), List.of(), List.of());
            for (int i = 0; i < 10; i++) {
                Frame frame = new Frame(camera, i, Duration.ofMillis(100L * i), scene);
                tracked = tracker.update(frame, detector.detect(scene));
                watch.update(tracked, FrameMoment.of(frame, Instant.EPOCH.plus(frame.position())));
            }
            List<Mark> marks = tracked.told().stream().map(Mark::of).toList();
            Places places = new Places(
                    Places.of(ENTRANCE, watch).zones(),
                    List.of(new LineMark(ENTRANCE.lines().get(0), new Passages(28, 25))));
            return new Overlay().draw(scene, places, marks, Caption.NONE);
        }
    }

    private static Image draw(FrameSource source, PlaceConfig places, Duration until) throws IOException {
        TrackingConfig tracking = TrackingConfig.DEFAULTS;
        try (MaskDetector detector =
                        BundledDetector.NANO.open(DetectorConfig.DEFAULTS.withScoreFloor(tracking.lowScore()));
                FrameReader reader = source.open()) {
            ByteTracker tracker = new ByteTracker(tracking.withHighScore(detector.workingScore()), new Random(1));
            PlaceWatch watch = new PlaceWatch(source.camera(), places, new Random(1));
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                TrackedFrame tracked = tracker.update(frame, detector.detect(frame.image()));
                watch.update(tracked, FrameMoment.of(frame, Instant.EPOCH.plus(frame.position())));
                if (frame.position().compareTo(until) >= 0) {
                    List<Mark> marks = tracked.told().stream().map(Mark::of).toList();
                    return new Overlay().draw(frame.image(), Places.of(places, watch), marks, Caption.NONE);
                }
            }
        }
        throw new IOException("the source is shorter than " + until);
    }
}
