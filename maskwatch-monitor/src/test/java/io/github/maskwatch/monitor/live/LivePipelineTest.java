package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.LiveResult.Ending;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import io.github.maskwatch.monitor.overlay.Places;
import io.github.maskwatch.monitor.overlay.Verdict;
import io.github.maskwatch.tracking.TrackedFace;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import io.github.maskwatch.zone.PlaceConfig;
import io.github.maskwatch.zone.Point;
import io.github.maskwatch.zone.Polygon;
import io.github.maskwatch.zone.Zone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivePipelineTest {
    private final Recorder recorder = new Recorder();

    /** One masked face at the left of each picture. */
    private static final class LeftFace implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of(new MaskedFace(new Face(new Box(4, 20, 16, 16), 1), new MaskPrediction(0.96, 0.04, 0)));
        }

        @Override
        public void close() {}
    }

    private static final class Recorder implements LiveListener {
        final List<LiveFrame> frames = new ArrayList<>();
        final List<Phase> phases = new ArrayList<>();

        @Override
        public void frameDrawn(LiveFrame frame) {
            frames.add(frame);
        }

        @Override
        public void sourceChanged(SourceStatus status, Image still) {
            phases.add(status.phase());
        }
    }

    private LivePipeline pipeline(FakeSource source, LiveConfig config, LiveListener... more) {
        List<LiveListener> listeners = new ArrayList<>(List.of(more));
        listeners.add(recorder);
        return new LivePipeline(source, new LeftFace(), config, listeners);
    }

    @Test
    void defaults() {
        assertThat(LiveConfig.defaults())
                .isEqualTo(new LiveConfig(
                        false, false, "", Long.MAX_VALUE, null, Reconnection.defaults(), null, null, null));
    }

    @Test
    void everyFrameOfAFileIsWorkedOn() throws Exception {
        LiveResult result = pipeline(new FakeSource(false).opens().frames(7).ends(), LiveConfig.defaults())
                .run();
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SOURCE);
        assertThat(result.message()).isEmpty();
        assertThat(recorder.frames)
                .extracting(each -> each.frame().index())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(result.statistics().framesDropped()).isZero();
        assertThat(result.statistics().facesSeen()).containsEntry(Verdict.WITH_MASK, 7L);
        assertThat(recorder.phases).containsExactly(Phase.OPENING, Phase.CONNECTED, Phase.ENDED);
    }

    private LiveResult watch(MaskDetector detector, LiveConfig config, int frames) throws Exception {
        FakeSource source = new FakeSource(false).opens().frames(frames).ends();
        return new LivePipeline(source, detector, config, List.of(recorder)).run();
    }

    @Test
    void peopleAreFollowedAndTheVoteIsTold() throws Exception {
        LiveResult result = watch(new LeftFace(), LiveConfig.defaults().withTracking(TrackingConfig.DEFAULTS), 120);
        assertThat(result.statistics().people()).isEqualTo(new People(1, 1));
        List<TrackedFace> faces = recorder.frames.stream()
                .map(each -> Objects.requireNonNull(each.tracked()).faces().get(0))
                .toList();
        assertThat(faces.get(0).track()).isNull();
        assertThat(faces.stream()
                        .skip(1)
                        .map(each -> Objects.requireNonNull(each.track()).id()))
                .containsOnly(Objects.requireNonNull(faces.get(1).track()).id());
        assertThat(faces.get(119).told().called()).isTrue();
        assertThat(result.statistics().facesNow()).containsEntry(Verdict.WITH_MASK, 1L);
        assertThat(result.statistics().facesSeen().get(Verdict.CANNOT_TELL))
                .as("at least the first two looks")
                .isGreaterThanOrEqualTo(2);
    }

    /** A masked face that walks down the picture, 1 px a frame. */
    private static final class Walker implements MaskDetector {
        private int frames;

        @Override
        public List<MaskedFace> detect(Image image) {
            Box box = new Box(24, frames++, 16, 16);
            return List.of(new MaskedFace(new Face(box, 1), new MaskPrediction(0.96, 0.04, 0)));
        }

        @Override
        public void close() {}
    }

    private static final PlaceConfig DOOR = PlaceConfig.DEFAULTS
            .withZones(List.of(new Zone("hall", Polygon.rectangle(0, 0.5, 1, 1))))
            .withLines(List.of(new Line("door", new Point(0, 0.5), new Point(1, 0.5))));

    @Test
    void zonesAndLinesAreCountedWherePeopleAreFollowed() throws Exception {
        LiveConfig config =
                LiveConfig.defaults().withTracking(TrackingConfig.DEFAULTS).withPlaces(DOOR);
        LiveResult result = watch(new Walker(), config, 36);
        assertThat(result.places().lines().get(0).passages()).isEqualTo(new Passages(1, 0));
        assertThat(Objects.requireNonNull(result.places().zones().get(0).count())
                        .people())
                .isEqualTo(1);
        assertThat(recorder.frames.stream()
                        .flatMap(frame -> frame.events().stream())
                        .map(Event::kind))
                .contains(EventKind.APPEARED, EventKind.ZONE_ENTERED, EventKind.LINE_PASSED)
                .doesNotContain(EventKind.LEFT);
    }

    @Test
    void zonesAndLinesAreOnlyDrawnWhereNobodyIsFollowed() throws Exception {
        LiveResult result = watch(new Walker(), LiveConfig.defaults().withPlaces(DOOR), 36);
        assertThat(result.places()).isEqualTo(Places.uncounted(DOOR));
        assertThat(recorder.frames).allMatch(frame -> frame.events().isEmpty());
        Image plain = recorder.frames.get(0).frame().image();
        Image drawn = recorder.frames.get(0).drawn();
        assertThat(drawn.at(plain.width() / 2, plain.height() / 2))
                .isNotEqualTo(plain.at(plain.width() / 2, plain.height() / 2));
    }

    @Test
    void whoWasNotSeenForAQuarterOfASecondIsNotHere() throws Exception {
        List<Long> here = new ArrayList<>();
        MaskDetector gone = new MaskDetector() {
            private int frames;

            @Override
            public List<MaskedFace> detect(Image image) {
                return frames++ < 10 ? new LeftFace().detect(image) : List.of();
            }

            @Override
            public void close() {}
        };
        watch(gone, LiveConfig.defaults().withTracking(TrackingConfig.DEFAULTS), 40);
        for (LiveFrame frame : recorder.frames) {
            Duration unseen = frame.frame()
                    .position()
                    .minus(recorder.frames.get(9).frame().position());
            long now = Objects.requireNonNull(frame.statistics().people()).now();
            here.add(now);
            if (frame.frame().index() > 1) {
                assertThat(now)
                        .as("not seen for " + unseen)
                        .isEqualTo(unseen.compareTo(Duration.ofMillis(250)) <= 0 ? 1 : 0);
            }
        }
        assertThat(here).contains(1L).endsWith(0L);
    }

    @Test
    void withoutTrackingAFrameStandsByItself() throws Exception {
        assertThat(watch(new LeftFace(), LiveConfig.defaults(), 3).statistics().people())
                .isNull();
        assertThat(recorder.frames).allMatch(frame -> frame.tracked() == null);
    }

    /** A sure face that grows unsure, and another that never was sure. */
    private static final class Unsure implements MaskDetector {
        private int frames;

        @Override
        public List<MaskedFace> detect(Image image) {
            MaskPrediction masked = new MaskPrediction(0.9, 0.1, 0);
            float score = frames++ < 3 ? 0.8f : 0.3f;
            return List.of(
                    new MaskedFace(new Face(new Box(4, 20, 16, 16), score), masked),
                    new MaskedFace(new Face(new Box(40, 20, 16, 16), 0.25f), masked));
        }

        @Override
        public double workingScore() {
            return 0.5;
        }

        @Override
        public void close() {}
    }

    @Test
    void anUnsureFaceIsToldOnlyOfSomebodyWhoIsFollowed() throws Exception {
        watch(new Unsure(), LiveConfig.defaults().withTracking(TrackingConfig.DEFAULTS), 6);
        assertThat(recorder.frames).allMatch(frame -> frame.faces().size() == 1);
        recorder.frames.clear();
        watch(new Unsure(), LiveConfig.defaults(), 6);
        assertThat(recorder.frames).extracting(frame -> frame.faces().size()).containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void theDrawnPictureHasTheBoxAndTheFrameHasNot() throws Exception {
        pipeline(new FakeSource(false).opens().frames(1).ends(), LiveConfig.defaults())
                .run();
        LiveFrame frame = recorder.frames.get(0);
        assertThat(frame.frame().image()).isEqualTo(Image.filled(64, 48, 0x405060));
        assertThat(frame.drawn()).isNotEqualTo(frame.frame().image());
        assertThat(frame.latency()).isPositive();
    }

    @Test
    void aFileThatBreaksKeepsWhatCameBefore() throws Exception {
        LiveResult result = pipeline(
                        new FakeSource(false).opens().frames(3).breaks("clip.mp4 is damaged at 0.1 s"),
                        LiveConfig.defaults())
                .run();
        assertThat(result.ending()).isEqualTo(Ending.BROKEN);
        assertThat(result.message()).isEqualTo("clip.mp4 is damaged at 0.1 s");
        assertThat(recorder.frames).hasSize(3);
    }

    @Test
    void limitsEndTheRun() throws Exception {
        FakeSource long1 = new FakeSource(false).opens().frames(100);
        assertThat(pipeline(long1, LiveConfig.defaults().withMaxFrames(5)).run().ending())
                .isEqualTo(Ending.LIMIT);
        assertThat(recorder.frames).hasSize(5);
        recorder.frames.clear();
        FakeSource long2 = new FakeSource(false).opens().frames(100);
        pipeline(long2, LiveConfig.defaults().withMaxDuration(Duration.ofMillis(400)))
                .run();
        assertThat(recorder.frames).as("frames 0 to 10, at 40 ms each").hasSize(11);
        assertThat(long2.closed.get()).isEqualTo(1);
    }

    @Test
    void stopsALiveSourceThatIsWaitedFor() throws Exception {
        LivePipeline[] running = new LivePipeline[1];
        LiveListener stopper = new LiveListener() {
            @Override
            public void frameDrawn(LiveFrame frame) {
                running[0].stop();
            }
        };
        running[0] = pipeline(new FakeSource(true).opens().frames(9), LiveConfig.defaults(), stopper);
        LiveResult result = running[0].run();
        assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        assertThat(result.statistics().framesRead())
                .isEqualTo(result.statistics().framesProcessed()
                        + result.statistics().framesDropped());
    }

    @Test
    void mirrorsBeforeLookingForFaces() throws Exception {
        pipeline(
                        new FakeSource(false).opens().frames(1).ends(),
                        LiveConfig.defaults().withMirror(true))
                .run();
        assertThat(recorder.frames.get(0).faces())
                .extracting(each -> each.face().box().x())
                .containsExactly(4.0);
    }

    @Test
    void aListenersFailureEndsTheRunAndClosesTheSource() {
        FakeSource source = new FakeSource(false).opens().frames(3);
        LiveListener full = new LiveListener() {
            @Override
            public void frameDrawn(LiveFrame frame) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> pipeline(source, LiveConfig.defaults(), full).run())
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(source.closed.get()).isEqualTo(1);
    }

    @Test
    void aFileInRealTimeEndsWithItsLastFrame() throws Exception {
        LiveResult result = pipeline(
                        new FakeSource(false).opens().frames(6).ends(),
                        LiveConfig.defaults().withRealtime(true))
                .run();
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SOURCE);
        assertThat(recorder.frames.get(recorder.frames.size() - 1).frame().index())
                .isEqualTo(5);
        assertThat(result.statistics().framesRead()).isEqualTo(6);
        assertThat(result.statistics().framesProcessed() + result.statistics().framesDropped())
                .isEqualTo(6);
    }

    @Test
    void aSourceThatCannotBeOpenedFails() {
        assertThatThrownBy(() -> pipeline(new FakeSource(false).breaks("no such file"), LiveConfig.defaults())
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessage("no such file");
    }
}
