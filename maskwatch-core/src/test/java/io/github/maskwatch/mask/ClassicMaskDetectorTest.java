package io.github.maskwatch.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicMaskDetectorTest {
    private final List<Image> searched = new ArrayList<>();
    private final List<Image> classified = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    private FaceDetector finding(Face... faces) {
        return new FaceDetector() {
            @Override
            public List<Face> detect(Image image) {
                searched.add(image);
                return List.of(faces);
            }

            @Override
            public void close() {
                closed.add("faces");
            }
        };
    }

    private MaskClassifier classifier() {
        return new MaskClassifier() {
            @Override
            public List<MaskPrediction> classify(List<Image> crops) {
                classified.addAll(crops);
                return crops.stream()
                        .map(c -> c.at(c.width() / 2, c.height() / 2) == 0xffffff
                                ? new MaskPrediction(1, 0, 0)
                                : new MaskPrediction(0, 1, 0))
                        .toList();
            }

            @Override
            public List<MaskState> states() {
                return List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
            }

            @Override
            public void close() {
                closed.add("masks");
            }
        };
    }

    @Test
    void boxesComeBackInTheFullPictureAndInOrder() {
        byte[] rgb = new byte[640 * 480 * 3];
        Image frame = Image.wrap(640, 480, rgb);
        for (int y = 100; y < 180; y++) {
            Arrays.fill(rgb, (y * 640 + 200) * 3, (y * 640 + 280) * 3, (byte) 0xff);
        }
        var white = new Face(new Box(100, 50, 40, 40), 0.9f);
        var black = new Face(new Box(10, 10, 40, 40), 0.5f);
        try (var detector =
                new ClassicMaskDetector(finding(white, black), classifier(), new ClassicConfig(320, 1.25, 0))) {
            List<MaskedFace> found = detector.detect(frame);
            assertThat(found)
                    .extracting(f -> f.face().box())
                    .containsExactly(new Box(200, 100, 80, 80), new Box(20, 20, 80, 80));
            assertThat(found)
                    .extracting(f -> f.prediction().state())
                    .containsExactly(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
        }
        assertThat(searched)
                .singleElement()
                .satisfies(i -> assertThat(i.width()).isEqualTo(320));
        assertThat(classified).allSatisfy(c -> assertThat(c.width()).isEqualTo(100));
    }

    @Test
    void aFaceFoundTwiceIsOneFace() {
        var sure = new Face(new Box(100, 50, 40, 40), 0.9f);
        var about = new Face(new Box(95, 40, 60, 60), 0.5f);
        var neighbour = new Face(new Box(130, 50, 40, 40), 0.4f);
        try (var detector =
                new ClassicMaskDetector(finding(sure, about, neighbour), classifier(), ClassicConfig.DEFAULTS)) {
            assertThat(detector.detect(Image.filled(200, 150, 0)))
                    .extracting(f -> f.face())
                    .containsExactly(sure, neighbour);
        }
    }

    @Test
    void smallFramesAreNotEnlarged() {
        try (var detector = new ClassicMaskDetector(finding(), classifier(), new ClassicConfig(320, 1, 0))) {
            assertThat(detector.detect(Image.filled(50, 40, 0))).isEmpty();
        }
        assertThat(searched)
                .singleElement()
                .satisfies(i -> assertThat(i.width()).isEqualTo(50));
    }

    @Test
    void closesBothItsParts() {
        new ClassicMaskDetector(finding(), classifier(), new ClassicConfig(320, 1, 0)).close();
        assertThat(closed).containsExactlyInAnyOrder("faces", "masks");
    }

    @Test
    void cropsLieBelowTheFaceByTheShift() {
        byte[] rgb = new byte[100 * 100 * 3];
        Image frame = Image.wrap(100, 100, rgb);
        for (int y = 44; y < 64; y++) {
            Arrays.fill(rgb, (y * 100 + 40) * 3, (y * 100 + 60) * 3, (byte) 0xff);
        }
        var face = new Face(new Box(40, 40, 20, 20), 1);
        try (var detector = new ClassicMaskDetector(finding(face), classifier(), new ClassicConfig(320, 1, 0.2))) {
            detector.detect(frame);
        }
        assertThat(classified).containsExactly(Image.filled(20, 20, 0xffffff));
    }

    @Test
    void defaults() {
        assertThat(ClassicConfig.DEFAULTS).isEqualTo(new ClassicConfig(480, 1.3, 0.04));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new ClassicConfig(16, 1, 0)).hasMessageContaining("at least 32 px, got 16");
        assertThatThrownBy(() -> new ClassicConfig(320, 0.9, 0)).hasMessageContaining("in 1..10, got 0.9");
        assertThatThrownBy(() -> new ClassicConfig(320, 1, Double.NaN)).hasMessageContaining("in -1..1, got NaN");
    }
}
