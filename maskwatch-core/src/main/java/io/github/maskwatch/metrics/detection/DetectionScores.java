package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.metrics.Interval;
import java.util.List;

/**
 * The figures to follow while a detector learns: cheap, some tens of milliseconds for 300 scenes.
 *
 * @param faces whatever the faces wear
 * @param threeClasses NaN where no picture tells three
 * @param foundAndRight of the {@link WorkingPoint} at the given threshold
 */
public record DetectionScores(
        QuestionScores faces, QuestionScores twoClasses, QuestionScores threeClasses, Interval foundAndRight) {

    /**
     * The figures under the default rules.
     *
     * @param faceThreshold the working threshold on the face score, 0–1
     */
    public static DetectionScores of(List<JudgedScene> scenes, double faceThreshold) {
        return of(scenes, ScoringRules.DEFAULTS, faceThreshold);
    }

    public static DetectionScores of(List<JudgedScene> scenes, ScoringRules rules, double faceThreshold) {
        return new DetectionScores(
                QuestionScores.of(DetectionQuestion.FACES, scenes, rules),
                QuestionScores.of(DetectionQuestion.TWO_CLASSES, scenes, rules),
                QuestionScores.of(DetectionQuestion.THREE_CLASSES, scenes, rules),
                WorkingPoint.of(scenes, faceThreshold).foundAndRight());
    }
}
