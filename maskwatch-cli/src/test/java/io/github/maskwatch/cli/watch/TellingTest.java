package io.github.maskwatch.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.monitor.live.Latency;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.monitor.overlay.Pictures;
import io.github.maskwatch.monitor.tell.Announcement;
import io.github.maskwatch.monitor.tell.Language;
import io.github.maskwatch.monitor.tell.Sentence;
import io.github.maskwatch.monitor.tell.TellConfig;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.tracking.TrackingConfig;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TellingTest {
    private static final TellConfig CONFIG = TellConfig.of(List.of(Language.ENGLISH, Language.GERMAN));
    private static final Image PICTURE = Image.filled(640, 480, 0x405060);
    private static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    private final ByteTracker tracker = new ByteTracker(TrackingConfig.DEFAULTS, new Random(1));

    /** A frame with one face, a tenth of a second after the other. */
    private LiveFrame frame(int index, MaskPrediction prediction) {
        Frame frame = new Frame(new CameraId("door"), index, Duration.ofMillis(100L * index), PICTURE);
        List<MaskedFace> faces = List.of(new MaskedFace(new Face(new Box(200, 100, 160, 160), 0.95f), prediction));
        TrackedFrame tracked = tracker.update(frame.position(), faces, face -> 1);
        Statistics figures =
                new Statistics(index, index, 0, frame.position(), 10, 10, NONE, NONE, Map.of(), Map.of(), null);
        return new LiveFrame(frame, tracked.seen(), tracked, List.of(), PICTURE, null, Duration.ZERO, figures);
    }

    @Test
    void aPersonsVoteIsWhatCounts() {
        List<Announcement> said = new ArrayList<>();
        Telling telling = new Telling(CONFIG, List.of(said::add), null);
        telling.frameDrawn(frame(0, new MaskPrediction(0.02, 0.97, 0.01)));
        assertThat(said).as("one look is no vote").isEmpty();
        for (int i = 1; i < 20; i++) {
            telling.frameDrawn(frame(i, new MaskPrediction(0.02, 0.97, 0.01)));
        }
        assertThat(said).extracting(Announcement::sentence).containsExactly(Sentence.COVER);
        for (int i = 20; i < 60; i++) {
            telling.frameDrawn(frame(i, new MaskPrediction(0.98, 0.01, 0.01)));
        }
        assertThat(said).extracting(Announcement::sentence).containsExactly(Sentence.COVER, Sentence.THANKS);
    }

    @Test
    void aMachineWithoutALoudspeakerIsToldOfOnce() throws Exception {
        BlockingQueue<String> complaints = new LinkedBlockingQueue<>();
        try (Chime chime = new Chime(
                samples -> {
                    throw new LineUnavailableException("none");
                },
                complaints::add)) {
            chime.ring();
            assertThat(complaints.take()).startsWith("no sound").doesNotContain("\n");
            chime.ring();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theChimeIsHeardAndNotTooLoud() throws Exception {
        BlockingQueue<byte[]> played = new LinkedBlockingQueue<>();
        try (Chime chime = new Chime(played::add, complaint -> {})) {
            chime.ring();
            byte[] samples = played.take();
            int loudest = 0;
            for (int i = 0; i < samples.length; i += 2) {
                loudest = Math.max(loudest, Math.abs((samples[i] & 0xff) | samples[i + 1] << 8));
            }
            assertThat(samples).hasSize(2 * (int) (1.25 * Chime.RATE_HZ));
            assertThat(loudest).isBetween(4000, 16_000);
        }
    }

    /** Kept in {@code target/sentences.png}, to be looked at. */
    @Test
    void theBannerLiesInThePictureWhateverItsSize() throws IOException {
        Announcement said = new Announcement(
                1,
                Sentence.OVER_THE_NOSE,
                List.of(
                        new Announcement.Line(Language.ENGLISH, Language.ENGLISH.say(Sentence.OVER_THE_NOSE)),
                        new Announcement.Line(Language.SPANISH, Language.SPANISH.say(Sentence.OVER_THE_NOSE))));
        for (int width : new int[] {240, 640, 1920}) {
            BufferedImage canvas = Pictures.toBuffered(Image.filled(width, width * 3 / 4, 0x405060));
            Rectangle area = new Rectangle(0, 0, width, width * 3 / 4);
            Graphics2D g = canvas.createGraphics();
            SentenceBanner.paint(g, area, said);
            g.dispose();
            if (width == 640) {
                ImageIO.write(
                        canvas,
                        "png",
                        Files.createDirectories(Path.of("target"))
                                .resolve("sentences.png")
                                .toFile());
            }
            assertThat(canvas.getRGB(width / 2, 1) & 0xffffff).as("eye level").isEqualTo(0x405060);
            assertThat(whiteIn(canvas, 0, width)).isPositive();
            assertThat(whiteIn(canvas, 0, 2)).as("the edges").isZero();
            assertThat(whiteIn(canvas, width - 2, width)).as("the edges").isZero();
        }
    }

    private static int whiteIn(BufferedImage canvas, int from, int to) {
        int white = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < canvas.getHeight(); y++) {
                white += (canvas.getRGB(x, y) & 0xffffff) == 0xffffff ? 1 : 0;
            }
        }
        return white;
    }
}
