package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.Pixelation;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.tracking.TrackingConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptFacesTest {
    private static final Box SURE = new Box(30, 30, 40, 40);
    private static final Box UNSURE = new Box(130, 30, 40, 40);

    /** A sure face for four frames, which is then hidden, and one that is never sure. */
    private static final class Faces implements MaskDetector {
        private int frames;

        @Override
        public List<MaskedFace> detect(Image image) {
            List<MaskedFace> faces = new ArrayList<>();
            MaskPrediction masked = new MaskPrediction(0.9, 0.1, 0);
            if (frames++ < 4) {
                faces.add(new MaskedFace(new Face(SURE, 0.8f), masked));
            }
            faces.add(new MaskedFace(new Face(UNSURE, 0.25f), masked));
            return faces;
        }

        @Override
        public double workingScore() {
            return 0.5;
        }

        @Override
        public void close() {}
    }

    /** Six frames of noise. */
    private record Noise() implements FrameSource {
        @Override
        public CameraId camera() {
            return new CameraId("noise");
        }

        @Override
        public boolean live() {
            return false;
        }

        @Override
        public FrameReader open() {
            Random random = new Random(1);
            return new FrameReader() {
                private int index;

                @Override
                public @Nullable Frame next() {
                    byte[] rgb = new byte[200 * 120 * 3];
                    random.nextBytes(rgb);
                    int i = index++;
                    return i == 6
                            ? null
                            : new Frame(camera(), i, Duration.ofMillis(40L * i), Image.wrap(200, 120, rgb));
                }

                @Override
                public void close() {}
            };
        }
    }

    private static List<LiveFrame> watch(LiveConfig config) throws Exception {
        List<LiveFrame> frames = new ArrayList<>();
        LiveListener listener = new LiveListener() {
            @Override
            public void frameDrawn(LiveFrame frame) {
                frames.add(frame);
            }
        };
        new LivePipeline(new Noise(), new Faces(), config, List.of(listener)).run();
        return frames;
    }

    /** Of the middle of a face, where nothing is drawn. */
    private static int colors(Image image, Box face) {
        Set<Integer> colors = new HashSet<>();
        for (int y = (int) face.y() + 10; y < face.bottom() - 10; y++) {
            for (int x = (int) face.x() + 10; x < face.right() - 10; x++) {
                colors.add(image.at(x, y));
            }
        }
        return colors.size();
    }

    /** Pixels about the left edge of the sure face that are not those of the hidden face. */
    private static long drawnOver(LiveFrame frame) {
        Image hidden = Pixelation.hide(frame.frame().image(), List.of(SURE, UNSURE));
        Image kept = Objects.requireNonNull(frame.kept());
        return IntStream.range((int) SURE.y(), (int) SURE.bottom())
                .filter(y -> kept.at(30, y) != hidden.at(30, y)
                        && kept.at(30, y) != frame.frame().image().at(30, y))
                .count();
    }

    @Test
    void unsureFacesAndThoseThatAreHiddenForAMomentArePixelatedAndBoxesAreDrawnOverThem() throws Exception {
        for (LiveFrame frame : watch(
                LiveConfig.defaults().withTracking(TrackingConfig.DEFAULTS).withKept(KeptFaces.PIXELATED))) {
            Image kept = Objects.requireNonNull(frame.kept());
            assertThat(colors(kept, SURE))
                    .as("sure, frame %d", frame.frame().index())
                    .isLessThan(10);
            assertThat(colors(kept, UNSURE)).as("unsure").isLessThan(10);
            assertThat(colors(frame.drawn(), SURE)).as("what is looked at now").isGreaterThan(300);
            if (frame.frame().index() < 4) {
                assertThat(drawnOver(frame)).as("the line of the box").isGreaterThan(20);
            }
        }
    }

    @Test
    void withoutTrackingUnsureFacesArePixelatedToo() throws Exception {
        for (LiveFrame frame : watch(LiveConfig.defaults().withKept(KeptFaces.PIXELATED))) {
            assertThat(colors(Objects.requireNonNull(frame.kept()), UNSURE)).isLessThan(10);
            assertThat(frame.faces()).hasSizeLessThan(2);
        }
    }

    @Test
    void rawIsWhatIsSeenAndWithoutBeingAskedNothingIsKept() throws Exception {
        assertThat(watch(LiveConfig.defaults().withKept(KeptFaces.RAW)))
                .allMatch(frame -> Objects.equals(frame.drawn(), frame.kept()));
        assertThat(watch(LiveConfig.defaults())).allMatch(frame -> frame.kept() == null);
    }
}
