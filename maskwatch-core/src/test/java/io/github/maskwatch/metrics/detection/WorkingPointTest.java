package io.github.maskwatch.metrics.detection;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;
import static io.github.maskwatch.mask.MaskState.WORN_INCORRECTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.metrics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingPointTest {
    private static final Box A = new Box(0, 0, 20, 20);
    private static final Box B = new Box(100, 0, 60, 60);
    private static final Box C = new Box(200, 0, 120, 120);
    private static final Box D = new Box(400, 0, 40, 40);
    private static final MaskPrediction WITH = new MaskPrediction(0.9, 0.1, 0);
    private static final MaskPrediction WITHOUT = new MaskPrediction(0.1, 0.9, 0);

    /** A found and right, B found and wrong, C found by a score below the threshold, D a false alarm, an ignored face found. */
    private static final JudgedScene SCENE = new JudgedScene(
            640,
            480,
            true,
            List.of(
                    new LabelledFace(A, WITH_MASK),
                    new LabelledFace(B, WORN_INCORRECTLY),
                    new LabelledFace(C, WITHOUT_MASK),
                    new LabelledFace(new Box(500, 0, 5, 5), WITHOUT_MASK, true)),
            List.of(
                    new MaskedFace(new Face(A, 0.9f), WITH),
                    new MaskedFace(new Face(B, 0.8f), WITH),
                    new MaskedFace(new Face(C, 0.3f), WITHOUT),
                    new MaskedFace(new Face(D, 0.7f), WITHOUT),
                    new MaskedFace(new Face(new Box(500, 0, 5, 5), 0.9f), WITH)));

    @Test
    void figuresOfACaseCountedByHand() {
        WorkingPoint work = WorkingPoint.of(List.of(SCENE), 0.5);
        assertThat(work.faces()).isEqualTo(3);
        assertThat(work.offered()).isEqualTo(3);
        assertThat(work.precision()).isEqualTo(Interval.wilson95(2, 3));
        assertThat(work.recall()).isEqualTo(Interval.wilson95(2, 3));
        assertThat(work.foundAndRight()).isEqualTo(Interval.wilson95(1, 3));
        ClassAtWork with = work.classes().get(0);
        assertThat(with.faces()).isOne();
        assertThat(with.precision()).isEqualTo(Interval.wilson95(1, 2));
        assertThat(with.recall()).isEqualTo(Interval.wilson95(1, 1));
        ClassAtWork without = work.classes().get(1);
        assertThat(without.faces()).isEqualTo(2);
        assertThat(without.precision()).isEqualTo(Interval.wilson95(0, 1));
        assertThat(without.recall()).isEqualTo(Interval.wilson95(0, 2));
        assertThat(work.twoClasses().count(WITHOUT_MASK, WITH_MASK)).isOne();
        assertThat(work.threeClasses().count(WORN_INCORRECTLY, WITH_MASK)).isOne();
    }

    @Test
    void facesOfASizeAreThoseOfTheScaledPicture() {
        WorkingPoint work = WorkingPoint.of(List.of(SCENE), 0.5);
        assertThat(work.ofSize(FaceSize.SMALL).foundAndRight()).isEqualTo(Interval.wilson95(1, 1));
        assertThat(work.ofSize(FaceSize.MEDIUM).precision()).isEqualTo(Interval.wilson95(1, 2));
        assertThat(work.ofSize(FaceSize.LARGE).recall()).isEqualTo(Interval.wilson95(0, 1));
        JudgedScene large = new JudgedScene(1280, 960, true, SCENE.truth(), List.of());
        assertThat(FaceSize.of(large.faceSide(B))).isEqualTo(FaceSize.SMALL);
        assertThat(FaceSize.of(32)).isEqualTo(FaceSize.MEDIUM);
        assertThat(FaceSize.of(96.01)).isEqualTo(FaceSize.LARGE);
    }

    @Test
    void whatCannotBeToldIsNotHeldAgainstTheCalled() {
        MaskedFace wrong = new MaskedFace(new Face(B, 0.8f), WITH, false);
        JudgedScene scene = new JudgedScene(
                640,
                480,
                true,
                List.of(new LabelledFace(A, WITH_MASK), new LabelledFace(B, WITHOUT_MASK)),
                List.of(new MaskedFace(new Face(A, 0.9f), WITH), wrong));
        WorkingPoint work = WorkingPoint.of(List.of(scene), 0.5);
        assertThat(work.called()).isEqualTo(Interval.wilson95(1, 2));
        assertThat(work.wrongOfCalled()).isEqualTo(Interval.wilson95(0, 1));
        assertThat(WorkingPoint.of(List.of(SCENE), 0.5).wrongOfCalled()).isEqualTo(Interval.wilson95(1, 2));
    }

    @Test
    void scenesThatTellTwoAreJudgedByTwo() {
        MaskPrediction incorrectly = new MaskPrediction(0.2, 0.1, 0.7);
        FacePair told =
                new FacePair(new LabelledFace(A, WITHOUT_MASK), new MaskedFace(new Face(A, 0.9f), incorrectly), true);
        FacePair untold = new FacePair(told.truth(), told.answer(), false);
        assertThat(told.right()).isFalse();
        assertThat(untold.right()).isTrue();
        assertThat(told.rightOfTwo()).isTrue();
    }

    @Test
    void theBestThresholdKeepsTheRightAndDropsTheFalse() {
        JudgedScene scene = new JudgedScene(
                640,
                480,
                true,
                List.of(new LabelledFace(A, WITH_MASK), new LabelledFace(B, WITH_MASK)),
                List.of(
                        new MaskedFace(new Face(A, 0.9f), WITH),
                        new MaskedFace(new Face(B, 0.62f), WITH),
                        new MaskedFace(new Face(D, 0.4f), WITH)));
        assertThat(WorkingPoint.best(List.of(scene)).faceThreshold()).isEqualTo(0.62);
    }

    @Test
    void aFewFalseAlarmsAreThePriceOfAFaceFound() {
        Box[] places = new Box[8];
        Arrays.setAll(places, i -> new Box(40 * i, 0, 30, 30));
        List<MaskedFace> answers = new ArrayList<>(Stream.of(places)
                .limit(7)
                .map(box -> new MaskedFace(new Face(box, 0.8f), WITH))
                .toList());
        answers.add(new MaskedFace(new Face(D, 0.6f), WITH));
        answers.add(new MaskedFace(new Face(places[7], 0.5f), WITH));
        List<LabelledFace> faces =
                Stream.of(places).map(box -> new LabelledFace(box, WITH_MASK)).toList();
        JudgedScene scene = new JudgedScene(640, 480, true, faces, answers);
        WorkingPoint best = WorkingPoint.best(List.of(scene));
        assertThat(best.faceThreshold()).isEqualTo(0.5);
        assertThat(best.precision().value()).isEqualTo(8 / 9.0);
    }

    @Test
    void whereNothingIsPreciseTheMostPreciseIsBest() {
        JudgedScene scene = new JudgedScene(
                640,
                480,
                true,
                List.of(new LabelledFace(A, WITH_MASK)),
                List.of(
                        new MaskedFace(new Face(D, 0.9f), WITH),
                        new MaskedFace(new Face(A, 0.62f), WITH),
                        new MaskedFace(new Face(C, 0.5f), WITH)));
        assertThat(WorkingPoint.best(List.of(scene)).faceThreshold()).isBetween(0.5, 0.62);
        assertThat(WorkingPoint.best(List.of()).offered()).isZero();
    }

    @Property(tries = 60)
    void everyFaceAndEveryAnswerIsSomewhere(
            @ForAll @IntRange(min = 0, max = 100_000) int seed,
            @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
        List<JudgedScene> scenes = DrawnScenes.of(seed, 8);
        WorkingPoint work = WorkingPoint.of(scenes, threshold);
        assertThat(work.faces())
                .isEqualTo(scenes.stream()
                        .flatMap(scene -> scene.truth().stream())
                        .filter(face -> !face.ignored())
                        .count());
        assertThat(work.twoClasses().n()).isEqualTo(work.pairs().size());
        assertThat(work.classes().stream().mapToLong(ClassAtWork::faces).sum()).isEqualTo(work.faces());
        long sized = 0;
        for (FaceSize size : FaceSize.values()) {
            sized += work.ofSize(size).faces();
        }
        assertThat(sized).isEqualTo(work.faces());
        assertThat(work.foundAndRight().value())
                .isLessThanOrEqualTo(work.recall().value());
    }

    @Test
    void slicesAddUp() {
        List<JudgedScene> scenes = DrawnScenes.of(3, 30);
        List<DetectionSlice> slices = DetectionSlice.byGroup(
                scenes, scene -> scene, scene -> scene.tellsIncorrect() ? "three" : "two", ScoringRules.DEFAULTS, 0.4);
        assertThat(slices).extracting(DetectionSlice::name).containsExactly("two", "three");
        assertThat(slices).extracting(DetectionSlice::scenes).containsExactly(10, 20);
        assertThat(DetectionSlice.bySize(scenes, ScoringRules.DEFAULTS, 0.4)).hasSize(3);
        assertThat(slices.stream().mapToLong(slice -> slice.work().faces()).sum())
                .isEqualTo(WorkingPoint.of(scenes, 0.4).faces());
    }

    @Test
    void bootstrapHoldsTheFigureAndRepeatsItself() {
        List<JudgedScene> scenes = DrawnScenes.of(1, 60);
        Bootstrap bootstrap = new Bootstrap(300, 7);
        Interval interval = bootstrap.map50(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS);
        double value = QuestionScores.of(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS)
                .map50();
        assertThat(interval.value()).isCloseTo(value, within(1e-12));
        assertThat(interval.low()).isLessThan(value - 0.02);
        assertThat(interval.high()).isGreaterThan(value + 0.02);
        assertThat(bootstrap.map50(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS))
                .isEqualTo(interval);
        assertThat(bootstrap
                        .map(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS)
                        .value())
                .isCloseTo(
                        QuestionScores.of(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS)
                                .map(),
                        within(1e-12));
        assertThat(bootstrap.map50(DetectionQuestion.FACES, List.of(), ScoringRules.DEFAULTS))
                .isEqualTo(new Interval(Double.NaN, 0, 1));
    }

    @Test
    void scoresForTheTrainerAreThoseOfTheParts() {
        List<JudgedScene> scenes = DrawnScenes.of(1, 60);
        DetectionScores scores = DetectionScores.of(scenes, 0.4);
        assertThat(scores.twoClasses())
                .isEqualTo(QuestionScores.of(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS));
        assertThat(scores.threeClasses().scenes()).isEqualTo(40);
        assertThat(scores.foundAndRight())
                .isEqualTo(WorkingPoint.of(scenes, 0.4).foundAndRight());
    }
}
