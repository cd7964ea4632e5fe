package io.github.maskwatch.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.haar.HaarFaceDetector;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demonstration shows the real pipeline, so the real cascade has to find its faces, masked ones as well. */
class DemoFacesTest {
    private static final int REDUCED_WIDTH = 320;

    @Test
    void theCascadeFindsTheNearestFaceMaskedOrBare() throws IOException {
        Scene scene = new Scene(1, FacePhoto.read());
        int[] seen = new int[2];
        int[] found = new int[2];
        try (FaceDetector cascade = HaarFaceDetector.bundled(HaarConfig.DEFAULTS)) {
            for (double seconds = 0; seconds < 100; seconds += 2.5) {
                List<Pose> poses = scene.posesAt(seconds);
                Pose nearest = poses.get(poses.size() - 1);
                boolean changing = nearest.worn() > 0 && nearest.worn() < 1;
                if (changing || nearest.face().x() < 0 || nearest.face().right() > Scene.WIDTH) {
                    continue;
                }
                int state = (int) nearest.worn();
                seen[state]++;
                found[state] += isFound(cascade, scene.at(seconds), nearest) ? 1 : 0;
            }
        }
        assertThat(seen[0]).isGreaterThan(5);
        assertThat(seen[1]).isGreaterThan(5);
        assertThat(found[0]).as("bare, of %d", seen[0]).isGreaterThan(seen[0] * 9 / 10);
        assertThat(found[1]).as("masked, of %d", seen[1]).isGreaterThan(seen[1] * 7 / 10);
    }

    private static boolean isFound(FaceDetector cascade, Image picture, Pose pose) {
        double scale = (double) picture.width() / REDUCED_WIDTH;
        Image reduced = picture.resize(REDUCED_WIDTH, (int) Math.round(picture.height() / scale));
        for (Face face : cascade.detect(reduced)) {
            if (face.box().scale(scale, scale).iou(pose.face()) > 0.3) {
                return true;
            }
        }
        return false;
    }
}
