package io.github.maskwatch.training.export;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.Temperatures;
import io.github.maskwatch.metrics.detection.DetectorChoice;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a detector's answers are to be read; part of its file.
 *
 * @param side px to which the longer side of a frame is brought
 * @param scores what a face's score says about how probable it is
 * @param faceThreshold face score from which there is a face, 0–1
 * @param suppressionIou from which two boxes are one face, 0–1
 * @param temperatures by which the class logits are divided, one per class, above 0
 * @param callThresholds face score times probability from which on a face of that class is called rather than left as "cannot tell", one per class, 0–1
 */
public record DetectorSettings(
        int side,
        ScoreCurve scores,
        double faceThreshold,
        double suppressionIou,
        List<Double> temperatures,
        List<Double> callThresholds) {

    public DetectorSettings {
        temperatures = List.copyOf(temperatures);
        callThresholds = List.copyOf(callThresholds);
    }

    /** Before anything is calibrated. */
    public static DetectorSettings uncalibrated(int side) {
        return new DetectorSettings(side, ScoreCurve.NONE, 0.4, 0.5, List.of(1.0, 1.0, 1.0), List.of(0.0, 0.0, 0.0));
    }

    /** As the entries of a file's metadata. */
    public Map<String, String> metadata() {
        return Map.of(
                "maskwatch.side", String.valueOf(side),
                "maskwatch.score_curve", joined(List.of(scores.slope(), scores.shift())),
                "maskwatch.face_threshold", String.valueOf(faceThreshold),
                "maskwatch.suppression_iou", String.valueOf(suppressionIou),
                "maskwatch.temperatures", joined(temperatures),
                "maskwatch.call_thresholds", joined(callThresholds));
    }

    private static String joined(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** With what was chosen on validation scenes. */
    public DetectorSettings chosen(DetectorChoice choice) {
        List<MaskState> states = List.of(MaskState.values());
        Temperatures fitted = choice.calibration().temperatures();
        double call = choice.calibration().calls().threshold();
        return new DetectorSettings(
                side,
                choice.scores(),
                choice.faceThreshold(),
                suppressionIou,
                states.stream().map(fitted::of).toList(),
                states.stream().map(state -> call).toList());
    }

    public DetectorSettings withSuppressionIou(double other) {
        return new DetectorSettings(side, scores, faceThreshold, other, temperatures, callThresholds);
    }
}
