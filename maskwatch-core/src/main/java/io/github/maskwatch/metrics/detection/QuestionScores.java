package io.github.maskwatch.metrics.detection;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Average precision under one question.
 *
 * @param scenes pictures that could answer it
 * @param classes in the order of the question
 */
public record QuestionScores(DetectionQuestion question, int scenes, List<ClassScore> classes) {
    public QuestionScores {
        classes = List.copyOf(classes);
    }

    /** The figures of the scenes that can answer the question. */
    public static QuestionScores of(DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules) {
        return of(question, scenes, rules, null);
    }

    /**
     * The same for faces of one size: faces of other sizes are ignored, and so are false alarms of other sizes.
     *
     * @param size null for all
     */
    public static QuestionScores of(
            DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules, @Nullable FaceSize size) {
        List<JudgedScene> counted = scenes.stream().filter(question::counts).toList();
        List<ClassScore> classes = IntStream.range(0, question.classes().size())
                .mapToObj(c -> score(
                        question.classes().get(c),
                        RankedDetections.of(counted, question, c, rules, AveragePrecision.IOU_THRESHOLDS, size)))
                .toList();
        return new QuestionScores(question, counted.size(), classes);
    }

    private static ClassScore score(String name, RankedDetections ranked) {
        return new ClassScore(name, ranked.positives(), ranked.averagePrecision(0), ranked.averagePrecision());
    }

    /** Mean AP at IoU .5 of the classes that have faces; NaN if none has. */
    public double map50() {
        return mean(ClassScore::ap50);
    }

    /** Mean AP at IoU .50:.05:.95 of the classes that have faces; NaN if none has. */
    public double map() {
        return mean(ClassScore::ap);
    }

    private double mean(ToDoubleFunction<ClassScore> figure) {
        return classes.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
