package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * FaceMaskDetection of AIZOO, a single-shot detector with anchors. Input [1, 3, side, side], R G B, 0–1; outputs are the offsets of
 * each anchor's box [1, n, 4] and its scores [1, n, 2], with mask and without.
 */
final class AizooDetector implements MaskDetector {
    private static final double[][] SIZES = {{0.04, 0.056}, {0.08, 0.11}, {0.16, 0.22}, {0.32, 0.45}, {0.64, 0.72}};
    private static final double[] ASPECTS = {0.62, 0.42};
    private static final double CENTER_VARIANCE = 0.1;
    private static final double SIZE_VARIANCE = 0.2;
    private static final double SUPPRESSION_IOU = 0.4;

    private final RivalNetwork network;
    /** Centre x, centre y, width, height of each anchor, shares of the picture. */
    private final double[] anchors;

    private final float scoreFloor;

    AizooDetector(Path model, int side, int[] cells, double scoreFloor, int threads) throws IOException {
        network = new RivalNetwork(model, threads, side, side, 1f / 255, 0, 4, 2);
        anchors = anchors(cells);
        this.scoreFloor = (float) scoreFloor;
        if (network.rowCount() * 4 != anchors.length) {
            int rows = network.rowCount();
            network.close();
            throw new IOException(model + " has " + rows + " boxes, wanted " + anchors.length / 4);
        }
    }

    private static double[] anchors(int[] cells) {
        List<double[]> all = new ArrayList<>();
        for (int map = 0; map < cells.length; map++) {
            for (int cell = 0; cell < cells[map] * cells[map]; cell++) {
                double x = (cell % cells[map] + 0.5) / cells[map];
                int row = cell / cells[map];
                double y = (row + 0.5) / cells[map];
                for (double size : SIZES[map]) {
                    all.add(new double[] {x, y, size, size});
                }
                for (double aspect : ASPECTS) {
                    double root = Math.sqrt(aspect);
                    all.add(new double[] {x, y, SIZES[map][0] * root, SIZES[map][0] / root});
                }
            }
        }
        double[] flat = new double[4 * all.size()];
        for (int i = 0; i < all.size(); i++) {
            System.arraycopy(all.get(i), 0, flat, 4 * i, 4);
        }
        return flat;
    }

    @Override
    public List<MaskedFace> detect(Image image) {
        network.run(image);
        FloatBuffer offsets = network.output(0);
        FloatBuffer scores = network.output(1);
        FoundFaces found = new FoundFaces(image);
        for (int i = 0; i < network.rowCount(); i++) {
            float with = scores.get(2 * i);
            float without = scores.get(2 * i + 1);
            float score = Math.max(with, without);
            if (score >= scoreFloor) {
                int a = 4 * i;
                double x = offsets.get(a) * CENTER_VARIANCE * anchors[a + 2] + anchors[a];
                double y = offsets.get(a + 1) * CENTER_VARIANCE * anchors[a + 3] + anchors[a + 1];
                double halfWidth = Math.exp(offsets.get(a + 2) * SIZE_VARIANCE) * anchors[a + 2] / 2;
                double halfHeight = Math.exp(offsets.get(a + 3) * SIZE_VARIANCE) * anchors[a + 3] / 2;
                found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, with >= without);
            }
        }
        return found.suppressed(SUPPRESSION_IOU);
    }

    @Override
    public void close() {
        network.close();
    }
}
