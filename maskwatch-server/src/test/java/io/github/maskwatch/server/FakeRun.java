package io.github.maskwatch.server;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.Latency;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.People;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.monitor.overlay.Caption;
import io.github.maskwatch.monitor.overlay.Mark;
import io.github.maskwatch.monitor.overlay.Overlay;
import io.github.maskwatch.monitor.overlay.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A run that the test plays: each step is a frame whose colour, figures and faces differ from the one before. */
final class FakeRun {
    static final CameraId CAMERA = new CameraId("rtsp://entrance.example:8554/door");

    private final Overlay overlay = new Overlay();
    private final AtomicLong counted = new AtomicLong();

    Statistics statistics() {
        long frames = counted.get();
        return new Statistics(
                frames + 3,
                frames,
                3,
                Duration.ofMillis(40 * frames),
                25.0,
                24.0,
                new Latency(Duration.ofMillis(38), Duration.ofMillis(61)),
                new Latency(Duration.ofMillis(40), Duration.ofMillis(70)),
                Map.of(Verdict.WITH_MASK, 1L, Verdict.WITHOUT_MASK, frames % 2),
                Map.of(Verdict.WITH_MASK, frames, Verdict.WITHOUT_MASK, frames / 2, Verdict.CANNOT_TELL, frames / 3),
                new People(2, 2 + frames));
    }

    void step(WatchPage page) {
        long frames = counted.incrementAndGet();
        Image picture = Image.filled(640, 360, (int) (0x203040 + frames * 0x051009 % 0xc0c0c0));
        List<MaskedFace> faces = List.of(
                new MaskedFace(
                        new Face(new Box(80 + frames % 100, 90, 140, 140), 1), new MaskPrediction(0.97, 0.02, 0.01)),
                new MaskedFace(new Face(new Box(380, 110, 110, 110), 1), new MaskPrediction(0.1, 0.88, 0.02)));
        Image drawn = overlay.draw(
                picture,
                faces.stream().map(Mark::of).toList(),
                new Caption("Demonstration", List.of("24.0 fps", "38 ms", "2 faces"), ""));
        Frame frame = new Frame(CAMERA, frames, Duration.ofMillis(40 * frames), picture);
        page.frameDrawn(new LiveFrame(frame, faces, null, List.of(), drawn, null, Duration.ofMillis(38), statistics()));
    }

    void connected(WatchPage page) {
        page.sourceChanged(new SourceStatus(Phase.CONNECTED, "", 0, Duration.ZERO), still(""));
    }

    void lost(WatchPage page) {
        SourceStatus status = new SourceStatus(
                Phase.RECONNECTING,
                "no frame from rtsp://entrance.example:8554/door for 5 s",
                3,
                Duration.ofSeconds(20));
        page.sourceChanged(status, still(status.sentence()));
    }

    private Image still(String notice) {
        return overlay.draw(
                Image.filled(640, 360, 0x405060), List.of(), new Caption("Demonstration", List.of(), notice));
    }
}
