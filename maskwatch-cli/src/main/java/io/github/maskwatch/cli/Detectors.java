package io.github.maskwatch.cli;

import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;

/** Detectors out of files, opened for a purpose. */
final class Detectors {
    /** What average precision is computed from: faces below this score have no influence on it that one would see. */
    private static final double FLOOR = 0.05;

    private Detectors() {}

    /** One that offers every face that it thinks possible, to be judged. */
    static MaskDetector offeringAll(byte[] model) throws IOException {
        return OnnxMaskDetector.open(model, "the trained detector", DetectorConfig.DEFAULTS.withScoreFloor(FLOOR));
    }
}
