package io.github.maskwatch.training.quantization;

import io.github.maskwatch.metrics.detection.DetectorChoice;
import io.github.maskwatch.training.calibration.JudgedDetector;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.util.List;
import java.util.Locale;

/** A detector in eight bits beside the one in float32 that it was made from. Not to be changed. */
public final class QuantizedDetector {
    private final byte[] file;
    private final String sourceHash;
    private final DetectorChoice choice;
    private final JudgedDetector before;
    private final JudgedDetector after;
    private final int measuredOn;
    private final List<BrokenPhoto> leftOut;

    QuantizedDetector(
            byte[] file,
            String sourceHash,
            DetectorChoice choice,
            JudgedDetector before,
            JudgedDetector after,
            int measuredOn,
            List<BrokenPhoto> leftOut) {
        this.file = file;
        this.sourceHash = sourceHash;
        this.choice = choice;
        this.before = before;
        this.after = after;
        this.measuredOn = measuredOn;
        this.leftOut = List.copyOf(leftOut);
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

    /** Training scenes that the ranges were measured on. */
    public int measuredOn() {
        return measuredOn;
    }

    /** Photos that could not be read. */
    public List<BrokenPhoto> leftOut() {
        return leftOut;
    }

    /** In eight bits, on the validation scenes. */
    public JudgedDetector after() {
        return after;
    }
}
