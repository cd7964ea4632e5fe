package io.github.maskwatch.training.quantization;

import io.github.maskwatch.metrics.detection.DetectorChoice;
import io.github.maskwatch.training.calibration.JudgedDetector;
import java.util.Locale;

/** A detector in eight bits beside the one in float32 that it was made from. Not to be changed. */
public final class QuantizedDetector {
    private final byte[] file;
    private final String sourceHash;
    private final DetectorChoice choice;
    private final JudgedDetector before;
    private final JudgedDetector after;

    QuantizedDetector(
            byte[] file, String sourceHash, DetectorChoice choice, JudgedDetector before, JudgedDetector after) {
        this.file = file;
        this.sourceHash = sourceHash;
        this.choice = choice;
        this.before = before;
        this.after = after;
    }

    void requireAccuracy(double mostLost) throws QuantizationRefusedException {
        require("two", before.two(), after.two(), mostLost);
        require("three", before.three(), after.three(), mostLost);
    }

    private static void require(String classes, double before, double after, double mostLost)
            throws QuantizationRefusedException {
        // Where no scene tells three classes, both are NaN.
        if (before - after > mostLost || Double.isNaN(before) != Double.isNaN(after)) {
            throw new QuantizationRefusedException(String.format(
                    Locale.ROOT,
                    "in eight bits the mAP50 of %s classes falls from %.3f to %.3f on the validation scenes, more than the %.3f that"
                            + " may be lost; nothing was written",
                    classes,
                    before,
                    after,
                    mostLost));
        }
    }

    /** The bytes of the ONNX file. */
    public byte[] file() {
        return file.clone();
    }

    /** SHA-256 of the file that it was made from, hexadecimal. */
    public String sourceHash() {
        return sourceHash;
    }

    /** Made on the validation scenes, for the new file. */
    public DetectorChoice choice() {
        return choice;
    }

    /** In float32, on the validation scenes. */
    public JudgedDetector before() {
        return before;
    }

    /** In eight bits, on the validation scenes. */
    public JudgedDetector after() {
        return after;
    }
}
