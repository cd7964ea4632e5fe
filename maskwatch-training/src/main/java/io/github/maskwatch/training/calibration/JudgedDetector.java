package io.github.maskwatch.training.calibration;

import io.github.maskwatch.metrics.detection.DetectionScores;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import java.util.List;

/**
 * How a detector did on scenes.
 *
 * @param scores over all thresholds
 * @param work at its own threshold
 */
public record JudgedDetector(DetectionScores scores, WorkingPoint work) {

    /** With the scores as they are shown. */
    public static JudgedDetector of(List<JudgedScene> scenes, double faceThreshold) {
        return new JudgedDetector(DetectionScores.of(scenes, faceThreshold), WorkingPoint.of(scenes, faceThreshold));
    }

    /** Mean average precision at an IoU of 0.5, two classes. */
    public double two() {
        return scores.twoClasses().map50();
    }

    /** The same of three classes; NaN where no scene tells three. */
    public double three() {
        return scores.threeClasses().map50();
    }
}
