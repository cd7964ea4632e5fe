package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.FaceDetectorContract;
import io.github.maskwatch.inference.Pictures;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HaarFaceDetectorTest implements FaceDetectorContract {

    @Override
    public FaceDetector open() throws IOException {
        return HaarFaceDetector.bundled(HaarConfig.DEFAULTS);
    }

    @Nested
    class OnThreeThreads implements FaceDetectorContract {
        @Override
        public FaceDetector open() throws IOException {
            return HaarFaceDetector.bundled(HaarConfig.DEFAULTS.withThreads(3));
        }

        @Test
        void findsTheSameAsOnOne() throws IOException {
            Image photo = Pictures.face();
            try (FaceDetector one = HaarFaceDetectorTest.this.open();
                    FaceDetector three = open()) {
                assertThat(three.detect(photo)).isEqualTo(one.detect(photo));
            }
        }
    }

    /** The boxes are those of OpenCV 4.12; its JPEG decoder is another, so that a pixel may differ by a level. */
    @Test
    void findsWhatOpenCvFinds() throws IOException {
        assertThat(only(HaarConfig.DEFAULTS)).satisfies(box -> assertNear(box, new Box(149, 38, 103, 103)));
        assertThat(only(HaarConfig.DEFAULTS.withScaleFactor(1.2)))
                .satisfies(box -> assertNear(box, new Box(151, 41, 98, 98)));
    }

    private static Box only(HaarConfig config) throws IOException {
        try (FaceDetector detector = HaarFaceDetector.bundled(config)) {
            return detector.detect(Pictures.face()).get(0).box();
        }
    }

    private static void assertNear(Box actual, Box expected) {
        assertThat(actual.x()).isCloseTo(expected.x(), within(2.0));
        assertThat(actual.y()).isCloseTo(expected.y(), within(2.0));
        assertThat(actual.width()).isCloseTo(expected.width(), within(2.0));
        assertThat(actual.height()).isCloseTo(expected.height(), within(2.0));
    }

    @Test
    void minSizeLeavesSmallFacesOut() throws IOException {
        Image photo = Pictures.face();
        try (FaceDetector detector = open()) {
            int side = (int) detector.detect(photo).get(0).box().width();
            try (FaceDetector larger = HaarFaceDetector.bundled(HaarConfig.DEFAULTS.withMinSize(2 * side))) {
                assertThat(larger.detect(photo)).isEmpty();
            }
        }
    }

    @Test
    void moreNeighborsNeverFindMore() throws IOException {
        Image photo = Pictures.face();
        long before = Long.MAX_VALUE;
        for (int neighbors : new int[] {1, 3, 10, 1000}) {
            try (FaceDetector detector = HaarFaceDetector.bundled(HaarConfig.DEFAULTS.withMinNeighbors(neighbors))) {
                long found = detector.detect(photo).size();
                assertThat(found).isLessThanOrEqualTo(before);
                before = found;
            }
        }
        assertThat(before).isZero();
    }

    @Test
    void scoreRisesWithNeighborsAndStaysBelowOne() {
        assertThat(HaarFaceDetector.score(1)).isPositive().isLessThan(HaarFaceDetector.score(2));
        assertThat(HaarFaceDetector.score(1000)).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesToWorkAfterClose() throws IOException {
        FaceDetector detector = open();
        detector.close();
        assertThatThrownBy(() -> detector.detect(Pictures.face())).isInstanceOf(IllegalStateException.class);
    }
}
