package io.github.maskwatch.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every mask detector of this module must do. */
public interface MaskDetectorContract {

    MaskDetector open() throws IOException;

    @Test
    default void facesComeByFallingScoreAndLieInThePicture() throws IOException {
        Image picture = Pictures.face();
        try (MaskDetector detector = open()) {
            float before = 1;
            for (MaskedFace face : detector.detect(picture)) {
                Box box = face.face().box();
                assertThat(face.face().score()).isLessThanOrEqualTo(before);
                assertThat(box.clip(picture.width(), picture.height())).isEqualTo(box);
                assertThat(box.shorterSide()).isPositive();
                before = face.face().score();
            }
        }
    }

    @Test
    default void takesPicturesOfAnySizeAndForgetsTheOneBefore() throws IOException {
        Image picture = Pictures.face();
        try (MaskDetector detector = open()) {
            List<MaskedFace> first = detector.detect(picture);
            assertThat(detector.detect(picture)).isEqualTo(first);
            for (Image other : List.of(
                    Image.filled(1, 1, 0),
                    Image.filled(1, 700, 0xffffff),
                    Pictures.noise(700, 9, 1),
                    Pictures.noise(picture.width(), picture.height(), 2))) {
                detector.detect(other);
            }
            assertThat(detector.detect(picture)).isEqualTo(first);
        }
    }

    @Test
    default void closesTwiceAndThenRefusesToWork() throws IOException {
        MaskDetector detector = open();
        detector.detect(Pictures.noise(64, 64, 1));
        detector.close();
        detector.close();
        assertThatThrownBy(() -> detector.detect(Pictures.noise(64, 64, 1))).isInstanceOf(IllegalStateException.class);
    }
}
