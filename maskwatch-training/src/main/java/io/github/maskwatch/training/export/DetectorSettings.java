package io.github.maskwatch.training.export;

import java.util.List;

/**
 * How a detector's answers are to be read; part of its file.
 *
 * @param side px to which the longer side of a frame is reduced
 * @param faceThreshold face score from which there is a face, 0–1
 * @param suppressionIou from which two boxes are one face, 0–1
 * @param temperatures by which the class logits are divided, one per class, above 0
 * @param callThresholds face score times probability from which on a face of that class is called rather than left as "cannot tell", one per class, 0–1
 */
public record DetectorSettings(
        int side, double faceThreshold, double suppressionIou, List<Double> temperatures, List<Double> callThresholds) {

    public DetectorSettings {
        temperatures = List.copyOf(temperatures);
        callThresholds = List.copyOf(callThresholds);
    }

    /** Before anything is calibrated. */
    public static DetectorSettings uncalibrated(int side) {
        return new DetectorSettings(side, 0.4, 0.5, List.of(1.0, 1.0, 1.0), List.of(0.0, 0.0, 0.0));
    }

    public DetectorSettings withSide(int other) {
        return new DetectorSettings(other, faceThreshold, suppressionIou, temperatures, callThresholds);
    }
}
