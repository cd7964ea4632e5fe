package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.metrics.ConfusionMatrix;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.Judgement;
import io.github.maskwatch.metrics.MaskQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a user sees of a detector: what it does when only faces of at least one score are shown. The shares have Wilson's 95 %
 * intervals, which suppose that faces are independent; several of one picture make them a little too narrow.
 *
 * @param faceThreshold least face score, 0–1
 * @param scenes in the order of the scenes
 */
public record WorkingPoint(double faceThreshold, List<ScenePairs> scenes) {
    /** Of the answers at the chosen threshold, at least so many lie on a face. */
    public static final double LEAST_PRECISION = 0.85;

    private static final double FIRST_TRIED = 0.05;
    private static final double STEP_TRIED = 0.01;
    private static final int TRIED = 91;

    public WorkingPoint {
        scenes = List.copyOf(scenes);
    }

    public static WorkingPoint of(List<JudgedScene> scenes, double faceThreshold) {
        return new WorkingPoint(
                faceThreshold,
                scenes.stream()
                        .map(scene -> ScenePairs.of(scene, faceThreshold))
                        .toList());
    }

    /**
     * The threshold of .05, .06 … .95 that finds and judges the most faces rightly while at least {@value #LEAST_PRECISION} of the answers
     * lie on a face; of equals, the highest. Where none is so precise, the most precise one. To be chosen on a validation set, never on the
     * one reported.
     *
     * <p>Not the best F1: a person who is missed in front of a door is a failure, while a box too many is mostly left as "cannot tell", is
     * followed for a few frames and dropped, and often lies on a face that nobody has marked.
     */
    public static WorkingPoint best(List<JudgedScene> scenes) {
        List<WorkingPoint> tried = IntStream.range(0, TRIED)
                .mapToObj(i -> of(scenes, Math.round(100 * (FIRST_TRIED + i * STEP_TRIED)) / 100.0))
                .toList();
        return tried.stream()
                .filter(point -> point.offered() > 0 && point.precision().value() >= LEAST_PRECISION)
                .reduce((best, next) -> next.right() >= best.right() ? next : best)
                .or(() -> tried.stream()
                        .filter(point -> point.offered() > 0)
                        .max(Comparator.comparingDouble(
                                point -> point.precision().value())))
                .orElse(tried.get(0));
    }

    /** Every face that was found. */
    public List<FacePair> pairs() {
        return stream().toList();
    }

    private Stream<FacePair> stream() {
        return scenes.stream().flatMap(scene -> scene.pairs().stream());
    }

    private long found() {
        return scenes.stream().mapToLong(scene -> scene.pairs().size()).sum();
    }

    private long right() {
        return stream().filter(FacePair::rightOfTwo).count();
    }

    /** True faces, those ignored left out. */
    public long faces() {
        return found()
                + scenes.stream().mapToLong(scene -> scene.missed().size()).sum();
    }

    /** Answers, those on ignored faces left out. */
    public long offered() {
        return found()
                + scenes.stream().mapToLong(scene -> scene.falseAlarms().size()).sum();
    }

    /** Share of the answers that lie on a face. */
    public Interval precision() {
        return Interval.wilson95(found(), offered());
    }

    /** Share of the faces that were found, whatever was said of them. */
    public Interval recall() {
        return Interval.wilson95(found(), faces());
    }

    /** Share of the faces that were found and said to be of the right one of two classes. */
    public Interval foundAndRight() {
        return Interval.wilson95(right(), faces());
    }

    /** Share of the faces found whose state was called rather than left as "cannot tell". */
    public Interval called() {
        return Interval.wilson95(countCalled(), found());
    }

    /** Share of the called whose state is not the one called, see {@link FacePair#right()}. */
    public Interval wrongOfCalled() {
        return Interval.wilson95(
                stream().filter(pair -> pair.answer().called() && !pair.right()).count(), countCalled());
    }

    private long countCalled() {
        return stream().filter(pair -> pair.answer().called()).count();
    }

    /** Both classes, a mask worn incorrectly counting as none. */
    public List<ClassAtWork> classes() {
        return IntStream.range(0, DetectionQuestion.TWO_CLASSES.classes().size())
                .mapToObj(this::ofClass)
                .toList();
    }

    private ClassAtWork ofClass(int aClass) {
        DetectionQuestion two = DetectionQuestion.TWO_CLASSES;
        long right = stream()
                .filter(FacePair::rightOfTwo)
                .filter(pair -> two.classOf(pair.truth().state()) == aClass)
                .count();
        long said = scenes.stream()
                .flatMap(scene ->
                        Stream.concat(scene.pairs().stream().map(FacePair::answer), scene.falseAlarms().stream()))
                .filter(answer -> two.mostProbable(answer.prediction()) == aClass)
                .count();
        long faces = scenes.stream()
                .flatMap(scene -> Stream.concat(scene.pairs().stream().map(FacePair::truth), scene.missed().stream()))
                .map(LabelledFace::state)
                .filter(state -> two.classOf(state) == aClass)
                .count();
        return new ClassAtWork(
                two.classes().get(aClass), faces, Interval.wilson95(right, said), Interval.wilson95(right, faces));
    }

    /** How often a face found that was of one state was said to be of which, two classes. */
    public ConfusionMatrix twoClasses() {
        return matrix(MaskQuestion.INCORRECT_COUNTS_AS_WITHOUT, pairs());
    }

    /** The same with three, of the scenes that tell three. */
    public ConfusionMatrix threeClasses() {
        return matrix(
                MaskQuestion.THREE_STATES,
                stream().filter(FacePair::tellsIncorrect).toList());
    }

    private static ConfusionMatrix matrix(MaskQuestion question, List<FacePair> pairs) {
        return ConfusionMatrix.of(question.states(), question.ask(judgements(pairs)));
    }

    private static List<Judgement> judgements(List<FacePair> pairs) {
        return pairs.stream().map(FacePair::judgement).toList();
    }

    /** What was said of the faces found, for judging how sure it was. */
    public List<Judgement> judgements() {
        return stream().map(FacePair::judgementAsTold).toList();
    }

    /** Only faces of this size. */
    public WorkingPoint ofSize(FaceSize size) {
        return new WorkingPoint(
                faceThreshold, scenes.stream().map(scene -> scene.ofSize(size)).toList());
    }
}
