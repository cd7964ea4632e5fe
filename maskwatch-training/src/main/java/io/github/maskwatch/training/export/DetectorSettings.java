package io.github.maskwatch.training.export;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.detection.DetectorCalibration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** As the entries of a file's metadata. */
    public Map<String, String> metadata() {
        return Map.of(
                "maskwatch.side", String.valueOf(side),
                "maskwatch.face_threshold", String.valueOf(faceThreshold),
                "maskwatch.suppression_iou", String.valueOf(suppressionIou),
                "maskwatch.temperatures", joined(temperatures),
                "maskwatch.call_thresholds", joined(callThresholds));
    }

    private static String joined(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** With what was chosen on validation scenes. */
    public DetectorSettings calibrated(double threshold, DetectorCalibration calibration) {
        List<MaskState> states = List.of(MaskState.values());
        return new DetectorSettings(
                side,
                threshold,
                suppressionIou,
                states.stream().map(calibration.temperatures()::of).toList(),
                states.stream().map(state -> calibration.calls().threshold()).toList());
    }

    public DetectorSettings withSuppressionIou(double other) {
        return new DetectorSettings(side, faceThreshold, other, temperatures, callThresholds);
    }
}
