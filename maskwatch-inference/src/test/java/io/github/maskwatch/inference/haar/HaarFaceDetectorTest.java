package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.face.FaceDetector;
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
