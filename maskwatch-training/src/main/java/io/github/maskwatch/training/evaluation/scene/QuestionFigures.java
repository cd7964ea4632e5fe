package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.PrecisionRecall;
import io.github.maskwatch.metrics.detection.QuestionScores;
import io.github.maskwatch.metrics.detection.ScoringRules;
import io.github.maskwatch.metrics.detection.ScoringRules.Answers;
import java.util.List;

/**
 * Average precision under one question, with its error bars.
 *
 * @param scores by the default rules
 * @param map50 with its bootstrap interval
 * @param map likewise
 * @param everyClass mean AP at IoU .5 if a face gives a detection of every class rather than one of the most probable
 * @param curves at IoU .5, by the default rules
 */
public record QuestionFigures(
        QuestionScores scores, Interval map50, Interval map, double everyClass, List<PrecisionRecall> curves) {
    public QuestionFigures {
        curves = List.copyOf(curves);
    }

    static QuestionFigures of(DetectionQuestion question, List<JudgedScene> scenes, Bootstrap bootstrap) {
        ScoringRules rules = ScoringRules.DEFAULTS;
        return new QuestionFigures(
                QuestionScores.of(question, scenes, rules),
                bootstrap.map50(question, scenes, rules),
                bootstrap.map(question, scenes, rules),
                QuestionScores.of(question, scenes, rules.withAnswers(Answers.EVERY_CLASS))
                        .map50(),
                PrecisionRecall.of(question, scenes, rules));
    }
}
