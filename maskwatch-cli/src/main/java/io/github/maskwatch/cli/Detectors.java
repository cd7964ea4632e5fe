package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.training.run.DetectorRun;
import java.io.IOException;
import java.util.List;

/** Detectors out of files, opened to be judged. */
final class Detectors {
    /** What average precision is computed from: faces below this score have no influence on it that one would see. */
    static final double FLOOR = 0.05;

    private Detectors() {}

    /** One that offers every face that it thinks possible. */
    static DetectorRun.OpenedDetector offeringAll(byte[] model) throws IOException {
        OnnxMaskDetector detector =
                OnnxMaskDetector.open(model, "the trained detector", DetectorConfig.DEFAULTS.withScoreFloor(FLOOR));
        return new DetectorRun.OpenedDetector() {
            @Override
            public List<MaskedFace> detect(Image image) {
                return detector.detect(image);
            }

            @Override
            public float[] rows(Image picture) {
                return detector.rows(picture);
            }

            @Override
            public void close() {
                detector.close();
            }
        };
    }
}
