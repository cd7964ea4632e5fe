package io.github.maskwatch.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every face detector of this module must do. */
public interface FaceDetectorContract {

    FaceDetector open() throws IOException;

    @Test
    default void findsTheOneFace() throws IOException {
        Image photo = Pictures.face();
        try (FaceDetector detector = open()) {
            List<Face> faces = detector.detect(photo);
            assertThat(faces).hasSize(1);
            assertThat(faces.get(0).box().centerX()).isBetween(0.35 * photo.width(), 0.65 * photo.width());
        }
    }

    @Test
    default void findsTheFaceAgainInAReducedPicture() throws IOException {
        Image photo = Pictures.face();
        Image half = photo.resize(photo.width() / 2, photo.height() / 2);
        try (FaceDetector detector = open()) {
            Face whole = detector.detect(photo).get(0);
            Face reduced = detector.detect(half).get(0);
            assertThat(reduced.box().scale(2, 2).iou(whole.box())).isGreaterThan(0.8);
        }
    }

    @Test
    default void findsNothingWhereThereIsNoFace() throws IOException {
        try (FaceDetector detector = open()) {
            assertThat(detector.detect(Image.filled(320, 240, 0))).isEmpty();
            assertThat(detector.detect(Image.filled(320, 240, 0xffffff))).isEmpty();
            assertThat(detector.detect(Pictures.noise(320, 240, 1))).isEmpty();
        }
    }

    @Test
    default void takesPicturesOfAnySize() throws IOException {
        try (FaceDetector detector = open()) {
            for (int side = 1; side < 60; side += side < 24 ? 1 : 7) {
                assertThat(detector.detect(Pictures.noise(side, 30, side))).isEmpty();
                assertThat(detector.detect(Pictures.noise(30, side, side))).isEmpty();
            }
            assertThat(detector.detect(Image.filled(2000, 1, 0x808080))).isEmpty();
        }
    }

    @Test
    default void answersTheSameEachTime() throws IOException {
        Image photo = Pictures.face();
        try (FaceDetector detector = open();
                FaceDetector other = open()) {
            List<Face> first = detector.detect(photo);
            detector.detect(Pictures.noise(99, 77, 1)); // nothing of one picture is left when the next one comes
            assertThat(detector.detect(photo)).isEqualTo(first);
            assertThat(other.detect(photo)).isEqualTo(first);
        }
    }

    @Test
    default void boxesLieInThePictureByFallingScore() throws IOException {
        Image photo = Pictures.face();
        Image four = tiled(photo.resize(photo.width() / 2, photo.height() / 2));
        try (FaceDetector detector = open()) {
            List<Face> faces = detector.detect(four);
            assertThat(faces).hasSizeGreaterThan(1);
            assertThat(faces).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
            assertThat(faces).allMatch(f -> f.box().equals(f.box().clip(four.width(), four.height())));
        }
    }

    @Test
    default void closesTwice() throws IOException {
        FaceDetector detector = open();
        detector.close();
        detector.close();
    }

    private static Image tiled(Image tile) {
        int row = tile.width() * 3;
        byte[] rgb = new byte[4 * tile.rgb().length];
        for (int y = 0; y < 2 * tile.height(); y++) {
            int from = y % tile.height() * row;
            System.arraycopy(tile.rgb(), from, rgb, y * 2 * row, row);
            System.arraycopy(tile.rgb(), from, rgb, y * 2 * row + row, row);
        }
        return Image.wrap(2 * tile.width(), 2 * tile.height(), rgb);
    }
}
