package io.github.maskwatch.metrics.detection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The curve of precision over recall of one class at IoU .5.
 *
 * @param points from the surest detection on; empty where there is nothing to be found or nothing was
 */
public record PrecisionRecall(String name, List<CurvePoint> points) {
    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /** A curve per class of the question. */
    public static List<PrecisionRecall> of(DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules) {
        List<JudgedScene> counted = scenes.stream().filter(question::counts).toList();
        return IntStream.range(0, question.classes().size())
                .mapToObj(c -> new PrecisionRecall(
                        question.classes().get(c),
                        RankedDetections.of(counted, question, c, rules, List.of(0.5), null)
                                .curve(0)))
                .toList();
    }
}
