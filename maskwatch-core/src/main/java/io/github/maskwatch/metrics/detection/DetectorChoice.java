package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.face.ScoreCurve;
import java.util.List;

/**
 * All that is chosen for a detector on validation scenes, one after the other: how probable a face is at which score, from which
 * probability on it is shown, and how sure one must be of its state.
 *
 * @param scores brought to what the network says of faces
 * @param faceThreshold on the scores so brought, 0–1
 */
public record DetectorChoice(ScoreCurve scores, double faceThreshold, DetectorCalibration calibration) {

    /** @param validation answers of all scores, without any curve or temperature */
    public static DetectorChoice of(List<JudgedScene> validation) {
        ScoreCurve scores = ScoreCurveFit.fit(validation);
        List<JudgedScene> curved = withScores(validation, scores);
        double threshold = WorkingPoint.best(curved).faceThreshold();
        return new DetectorChoice(scores, threshold, DetectorCalibration.fit(curved, threshold));
    }

    /** The scenes with the answers' scores as they are shown. */
    public List<JudgedScene> asShown(List<JudgedScene> scenes) {
        return withScores(scenes, scores);
    }

    private static List<JudgedScene> withScores(List<JudgedScene> scenes, ScoreCurve scores) {
        return scenes.stream().map(scene -> scene.withScores(scores)).toList();
    }
}
