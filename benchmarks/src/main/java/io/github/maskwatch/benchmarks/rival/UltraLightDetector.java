package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Ultra-Light-Fast RFB-640 for masked faces. Input [1, 3, 480, 640], R G B, (value - 127) / 128; outputs are boxes [1, n, 4], corners
 * as shares of the picture, and scores [1, n, 3]: no face, without mask, with.
 */
final class UltraLightDetector implements MaskDetector {
    private static final double SUPPRESSION_IOU = 0.3;

    private final RivalNetwork network;
    private final float scoreFloor;

    UltraLightDetector(Path model, double scoreFloor, int threads) throws IOException {
        network = new RivalNetwork(model, threads, 640, 480, 1f / 128, -127f / 128, 4, 3);
        this.scoreFloor = (float) scoreFloor;
    }

    @Override
    public List<MaskedFace> detect(Image image) {
        network.run(image);
        FloatBuffer boxes = network.output(0);
        FloatBuffer scores = network.output(1);
        FoundFaces found = new FoundFaces(image);
        for (int i = 0; i < network.rowCount(); i++) {
            float without = scores.get(3 * i + 1);
            float with = scores.get(3 * i + 2);
            float score = Math.max(with, without);
            if (score >= scoreFloor) {
                found.add(
                        boxes.get(4 * i),
                        boxes.get(4 * i + 1),
                        boxes.get(4 * i + 2),
                        boxes.get(4 * i + 3),
                        score,
                        with >= without);
            }
        }
        return found.suppressed(SUPPRESSION_IOU);
    }

    @Override
    public void close() {
        network.close();
    }
}
