package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.LiveResult.Ending;
import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import io.github.maskwatch.monitor.overlay.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivePipelineTest {
    private final Recorder recorder = new Recorder();

    /** One masked face at the left of each picture. */
    private static final class LeftFace implements MaskDetector {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of(new MaskedFace(new Face(new Box(4, 20, 16, 16), 1), new MaskPrediction(0.9, 0.1, 0)));
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
                .isEqualTo(new LiveConfig(false, false, "", Long.MAX_VALUE, null, Reconnection.defaults()));
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
