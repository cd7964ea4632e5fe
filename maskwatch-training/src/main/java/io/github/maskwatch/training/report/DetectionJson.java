package io.github.maskwatch.training.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.ClassAtWork;
import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.metrics.detection.FacePair;
import io.github.maskwatch.metrics.detection.RiskCoverage;
import io.github.maskwatch.metrics.detection.WorkingPoint;
import io.github.maskwatch.rate.Confusion;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.QuestionFigures;
import io.github.maskwatch.training.evaluation.scene.Slices;
import io.github.maskwatch.zone.Headcount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A detector's evaluation as JSON. Figures ending in {@code _2} are of two classes, those in {@code _3} of three; the 95 % interval of a
 * figure stands below its name in {@code intervals}. A share of nothing is null, and what a set does not answer is absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"model", "set", "scenes", "faces", "ignoredFaces", "faceThreshold"})
public record DetectionJson(
        String model,
        String set,
        int scenes,
        long faces,
        long ignoredFaces,
        double faceThreshold,
        String definition,
        String workDefinition,
        @JsonProperty("map50_2") @Nullable Double map50Two,
        @JsonProperty("map_2") @Nullable Double mapTwo,
        @JsonProperty("map50_3") @Nullable Double map50Three,
        @JsonProperty("map_3") @Nullable Double mapThree,
        @JsonProperty("ap50_faces") @Nullable Double ap50Faces,
        @JsonProperty("ap_faces") @Nullable Double apFaces,
        @JsonProperty("map50_2_every_class") @Nullable Double everyClassTwo,
        @JsonProperty("map50_3_every_class") @Nullable Double everyClassThree,
        @JsonProperty("scenes_3") int scenesThree,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double foundAndRight,
        Map<String, Range> intervals,
        @JsonProperty("classes_2") List<OneClass> classesTwo,
        @JsonProperty("classes_3") @Nullable List<OneClass> classesThree,
        @JsonProperty("confusion_2") Map<String, Map<String, Long>> confusionTwo,
        @JsonProperty("confusion_3") @Nullable Map<String, Map<String, Long>> confusionThree,
        @JsonProperty("confusion_called") @Nullable Map<String, Map<String, Long>> confusionCalled,
        @Nullable Double calibrationError,
        List<EvaluationJson.Bin> reliability,
        @Nullable Double called,
        @Nullable Double errorOfCalled,
        @Nullable Double aurc,
        List<Coverage> riskCoverage,
        Map<String, List<Part>> slices,
        EvaluationJson.Broken broken) {
    /** More would tell no more. */
    private static final int MOST_POINTS = 101;

    private static final String CANNOT_TELL = "cannot_tell";

    /** The 95 % interval of a figure. */
    public record Range(double low, double high) {
        static Range of(Interval interval) {
            return new Range(interval.low(), interval.high());
        }
    }

    /**
     * The figures of one class.
     *
     * @param precision at the working threshold; absent for three classes
     * @param recall likewise: found and said to be of this class
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OneClass(
            @JsonProperty("class") String name,
            long faces,
            @JsonProperty("ap50") @Nullable Double ap50,
            @Nullable Double ap,
            EvaluationJson.@Nullable Share precision,
            EvaluationJson.@Nullable Share recall) {
        static OneClass of(ClassScore score) {
            return new OneClass(score.name(), score.faces(), known(score.ap50()), known(score.ap()), null, null);
        }

        OneClass with(ClassAtWork work) {
            return new OneClass(
                    name,
                    faces,
                    ap50,
                    ap,
                    EvaluationJson.Share.of(work.precision()),
                    EvaluationJson.Share.of(work.recall()));
        }
    }

    /** What calling only faces of at least one confidence would do. */
    public record Coverage(double confidence, double coverage, double risk) {}

    /** Faces that have something in common. */
    public record Part(
            String name,
            int scenes,
            long faces,
            @JsonProperty("map50_2") @Nullable Double map50Two,
            EvaluationJson.Share precision,
            EvaluationJson.Share recall,
            EvaluationJson.Share foundAndRight) {
        static Part of(DetectionSlice slice) {
            WorkingPoint work = slice.work();
            return new Part(
                    slice.name(),
                    slice.scenes(),
                    work.faces(),
                    known(slice.map50Two()),
                    EvaluationJson.Share.of(work.precision()),
                    EvaluationJson.Share.of(work.recall()),
                    EvaluationJson.Share.of(work.foundAndRight()));
        }
    }

    /** The evaluation as it goes out. */
    public static DetectionJson of(DetectionEvaluation evaluation) {
        WorkingPoint work = evaluation.work();
        QuestionFigures faces = evaluation.figures(DetectionQuestion.FACES);
        QuestionFigures two = evaluation.figures(DetectionQuestion.TWO_CLASSES);
        QuestionFigures three = evaluation.figures(DetectionQuestion.THREE_CLASSES);
        boolean tellsThree = evaluation.tellsThree();
        RiskCoverage curve = evaluation.riskCoverage();
        return new DetectionJson(
                evaluation.model(),
                evaluation.set(),
                evaluation.scenes().size(),
                work.faces(),
                evaluation.ignoredFaces(),
                work.faceThreshold(),
                DetectionEvaluation.DEFINITION,
                DetectionEvaluation.WORK_DEFINITION,
                known(two.map50().value()),
                known(two.map().value()),
                known(three.map50().value()),
                known(three.map().value()),
                known(faces.map50().value()),
                known(faces.map().value()),
                known(two.everyClass()),
                known(three.everyClass()),
                three.scores().scenes(),
                known(work.precision().value()),
                known(work.recall().value()),
                known(work.foundAndRight().value()),
                intervals(evaluation, faces, two, three),
                classesTwo(two, work),
                tellsThree ? three.scores().classes().stream().map(OneClass::of).toList() : null,
                EvaluationJson.counts(work.twoClasses()),
                tellsThree ? EvaluationJson.counts(work.threeClasses()) : null,
                tellsThree ? called(work.pairs()) : null,
                known(evaluation.calibration().error()),
                evaluation.calibration().bins().stream()
                        .map(EvaluationJson.Bin::of)
                        .toList(),
                known(work.called().value()),
                known(work.wrongOfCalled().value()),
                known(curve.area()),
                coverage(curve),
                slices(evaluation.slices()),
                EvaluationJson.Broken.of(evaluation.broken()));
    }

    private static Map<String, Range> intervals(
            DetectionEvaluation evaluation, QuestionFigures faces, QuestionFigures two, QuestionFigures three) {
        Map<String, Range> intervals = new LinkedHashMap<>();
        intervals.put("map50_2", Range.of(two.map50()));
        intervals.put("map_2", Range.of(two.map()));
        if (evaluation.tellsThree()) {
            intervals.put("map50_3", Range.of(three.map50()));
            intervals.put("map_3", Range.of(three.map()));
        }
        intervals.put("ap50_faces", Range.of(faces.map50()));
        intervals.put("ap_faces", Range.of(faces.map()));
        intervals.put("precision", Range.of(evaluation.work().precision()));
        intervals.put("recall", Range.of(evaluation.work().recall()));
        intervals.put("found_and_right", Range.of(evaluation.work().foundAndRight()));
        intervals.put("called", Range.of(evaluation.work().called()));
        intervals.put("error_of_called", Range.of(evaluation.work().wrongOfCalled()));
        return intervals;
    }

    private static List<OneClass> classesTwo(QuestionFigures two, WorkingPoint work) {
        return two.scores().classes().stream()
                .map(score -> OneClass.of(score)
                        .with(work.classes().stream()
                                .filter(other -> other.name().equals(score.name()))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    /** By the true state, then by what was called, "cannot tell" being an answer, too. */
    private static Map<String, Map<String, Long>> called(List<FacePair> pairs) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (MaskState truth : MaskState.values()) {
            Headcount said = Confusion.said(pairs, truth);
            Map<String, Long> row = new LinkedHashMap<>();
            for (MaskState state : MaskState.values()) {
                row.put(state.id(), said.of(state));
            }
            row.put(CANNOT_TELL, said.cannotTell());
            counts.put(truth.id(), row);
        }
        return counts;
    }

    /** Points about evenly apart, the last one among them. */
    private static List<Coverage> coverage(RiskCoverage curve) {
        List<RiskCoverage.Point> points = curve.points();
        int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        return IntStream.range(0, points.size())
                .filter(i -> i % step == 0 || i == points.size() - 1)
                .mapToObj(points::get)
                .map(point -> new Coverage(point.confidence(), point.coverage(), point.risk()))
                .toList();
    }

    private static Map<String, List<Part>> slices(List<Slices> all) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        all.forEach(slices ->
                parts.put(slices.id(), slices.slices().stream().map(Part::of).toList()));
        return parts;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** One JSON object, indented, without a line end behind it. */
    public String text() {
        return JsonText.of(this);
    }
}
