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
import io.github.maskwatch.metrics.detection.ScoringRules.Answers;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuestionScoresTest {
    private static final Box HERE = new Box(10, 10, 40, 40);
    private static final Box THERE = new Box(100, 10, 40, 40);
    private static final MaskPrediction WITH = new MaskPrediction(1, 0, 0);
    private static final MaskPrediction WITHOUT = new MaskPrediction(0, 1, 0);

    private static JudgedScene scene(List<LabelledFace> truth, MaskedFace... answers) {
        return new JudgedScene(640, 480, true, truth, List.of(answers));
    }

    private static MaskedFace answer(Box box, double score, MaskPrediction said) {
        return new MaskedFace(new Face(box, (float) score), said);
    }

    private static double map50(DetectionQuestion question, JudgedScene... scenes) {
        return QuestionScores.of(question, List.of(scenes), ScoringRules.DEFAULTS)
                .map50();
    }

    @Test
    void everyFaceFoundWithoutAFalseAlarmIsOne() {
        JudgedScene scene = scene(
                List.of(new LabelledFace(HERE, WITH_MASK), new LabelledFace(THERE, WITHOUT_MASK)),
                answer(HERE, 0.9, WITH),
                answer(THERE, 0.8, WITHOUT));
        for (DetectionQuestion question : DetectionQuestion.values()) {
            // The third class has no face and so no say in the mean.
            assertThat(map50(question, scene)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void halfOfTheFacesFoundIsFiftyOneOfAHundredAndOneRecalls() {
        JudgedScene scene = scene(
                List.of(new LabelledFace(HERE, WITH_MASK), new LabelledFace(THERE, WITH_MASK)),
                answer(HERE, 0.9, WITH));
        assertThat(map50(DetectionQuestion.FACES, scene)).isCloseTo(51 / 101.0, within(1e-12));
    }

    @Test
    void aFalseAlarmAboveTheOnlyHitHalvesThePrecision() {
        JudgedScene scene =
                scene(List.of(new LabelledFace(HERE, WITH_MASK)), answer(THERE, 0.9, WITH), answer(HERE, 0.8, WITH));
        assertThat(map50(DetectionQuestion.FACES, scene)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aSecondAnswerAboutOneFaceIsAFalseAlarm() {
        JudgedScene twice = scene(
                List.of(new LabelledFace(HERE, WITH_MASK), new LabelledFace(THERE, WITH_MASK)),
                answer(HERE, 0.9, WITH),
                answer(HERE, 0.8, WITH),
                answer(THERE, 0.7, WITH));
        assertThat(map50(DetectionQuestion.FACES, twice)).isCloseTo((51 + 50 * 2 / 3.0) / 101, within(1e-12));
    }

    @Test
    void ignoredFacesCountNeitherForNorAgainst() {
        JudgedScene scene = scene(
                List.of(new LabelledFace(THERE, WITH_MASK, true), new LabelledFace(HERE, WITH_MASK)),
                answer(THERE, 0.9, WITH),
                answer(HERE, 0.8, WITH));
        assertThat(map50(DetectionQuestion.FACES, scene)).isCloseTo(1, within(1e-12));
        JudgedScene missed = scene(
                List.of(new LabelledFace(THERE, WITH_MASK, true), new LabelledFace(HERE, WITH_MASK)),
                answer(HERE, 0.8, WITH));
        assertThat(map50(DetectionQuestion.FACES, missed)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aFaceToBeFoundGoesBeforeAnIgnoredOneThatLiesBetter() {
        JudgedScene scene = scene(
                List.of(new LabelledFace(HERE, WITH_MASK, true), new LabelledFace(new Box(12, 10, 40, 40), WITH_MASK)),
                answer(HERE, 0.9, WITH));
        assertThat(map50(DetectionQuestion.FACES, scene)).isCloseTo(1, within(1e-12));
    }

    @Test
    void withTwoClassesTheProbabilitiesOfNoGoodMaskAddUp() {
        // Most probable of three: with mask (.4); of two: without (.35 + .25).
        MaskPrediction torn = new MaskPrediction(0.4, 0.35, 0.25);
        JudgedScene scene = scene(List.of(new LabelledFace(HERE, WORN_INCORRECTLY)), answer(HERE, 0.9, torn));
        assertThat(map50(DetectionQuestion.TWO_CLASSES, scene)).isCloseTo(1, within(1e-12));
        assertThat(map50(DetectionQuestion.THREE_CLASSES, scene)).isZero();
    }

    @Test
    void everyClassGivesASecondTry() {
        JudgedScene scene = scene(
                List.of(new LabelledFace(HERE, WITHOUT_MASK)), answer(HERE, 0.9, new MaskPrediction(0.6, 0.4, 0)));
        ScoringRules every = ScoringRules.DEFAULTS.withAnswers(Answers.EVERY_CLASS);
        assertThat(map50(DetectionQuestion.TWO_CLASSES, scene)).isZero();
        assertThat(QuestionScores.of(DetectionQuestion.TWO_CLASSES, List.of(scene), every)
                        .map50())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void onlyScenesThatTellThreeAnswerForThree() {
        List<LabelledFace> truth = List.of(new LabelledFace(HERE, WITH_MASK));
        JudgedScene dumb = new JudgedScene(640, 480, false, truth, List.of());
        JudgedScene told = scene(truth, answer(HERE, 0.9, WITH));
        QuestionScores three =
                QuestionScores.of(DetectionQuestion.THREE_CLASSES, List.of(dumb, told), ScoringRules.DEFAULTS);
        assertThat(three.scenes()).isOne();
        assertThat(three.map50()).isCloseTo(1, within(1e-12));
        assertThat(map50(DetectionQuestion.TWO_CLASSES, dumb, told)).isCloseTo(51 / 101.0, within(1e-12));
    }

    @Test
    void nothingToBeFoundIsNothingKnown() {
        assertThat(map50(DetectionQuestion.TWO_CLASSES)).isNaN();
        assertThat(map50(DetectionQuestion.FACES, scene(List.of(), answer(HERE, 0.9, WITH))))
                .isNaN();
    }

    @Test
    void aTighterBoxCountsAtMoreThresholds() {
        JudgedScene scene =
                scene(List.of(new LabelledFace(HERE, WITH_MASK)), answer(new Box(10, 10, 40, 31), 0.9, WITH));
        QuestionScores faces = QuestionScores.of(DetectionQuestion.FACES, List.of(scene), ScoringRules.DEFAULTS);
        assertThat(faces.map50()).isCloseTo(1, within(1e-12));
        // IoU .775: right at .50 to .75.
        assertThat(faces.map()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aHundredAnswersPerPictureAreEnough() {
        List<MaskedFace> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(answer(new Box(300, 300, 10, 10), 0.9, WITH));
        }
        answers.add(answer(HERE, 0.5, WITH));
        JudgedScene scene = new JudgedScene(640, 480, true, List.of(new LabelledFace(HERE, WITH_MASK)), answers);
        assertThat(map50(DetectionQuestion.FACES, scene)).isZero();
    }

    @Property(tries = 60)
    void figuresAreSharesAndStricterOverlapIsNeverBetter(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        for (DetectionQuestion question : DetectionQuestion.values()) {
            QuestionScores scores = QuestionScores.of(question, DrawnScenes.of(seed, 12), ScoringRules.DEFAULTS);
            for (ClassScore score : scores.classes()) {
                assertThat(Double.isNaN(score.ap50())).isEqualTo(score.faces() == 0);
                if (score.faces() > 0) {
                    assertThat(score.ap50()).isBetween(0.0, 1 + 1e-12);
                    assertThat(score.ap()).isBetween(0.0, score.ap50() + 1e-12);
                }
            }
        }
    }

    @Property(tries = 60)
    void aSureFalseAlarmNeverHelps(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<JudgedScene> scenes = DrawnScenes.of(seed, 10);
        List<JudgedScene> worse = new ArrayList<>(scenes);
        JudgedScene first = worse.get(0);
        List<MaskedFace> answers = new ArrayList<>(first.answers());
        answers.add(answer(new Box(630, 470, 3, 3), 1, WITH));
        worse.set(0, new JudgedScene(first.width(), first.height(), first.tellsIncorrect(), first.truth(), answers));
        double before = QuestionScores.of(DetectionQuestion.FACES, scenes, ScoringRules.DEFAULTS)
                .map50();
        double after = QuestionScores.of(DetectionQuestion.FACES, worse, ScoringRules.DEFAULTS)
                .map50();
        assertThat(Double.isNaN(after) || after <= before + 1e-12).isTrue();
    }

    @Property(tries = 40)
    void theTruthGivenBackIsFaultless(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<JudgedScene> scenes = DrawnScenes.of(seed, 10).stream()
                .map(scene -> new JudgedScene(
                        scene.width(),
                        scene.height(),
                        scene.tellsIncorrect(),
                        scene.truth(),
                        scene.truth().stream()
                                .map(face -> answer(
                                        face.box(),
                                        0.9,
                                        new MaskPrediction(
                                                face.state() == WITH_MASK ? 1 : 0,
                                                face.state() == WITHOUT_MASK ? 1 : 0,
                                                face.state() == WORN_INCORRECTLY ? 1 : 0)))
                                .toList()))
                .toList();
        for (DetectionQuestion question : DetectionQuestion.values()) {
            double map =
                    QuestionScores.of(question, scenes, ScoringRules.DEFAULTS).map();
            assertThat(Double.isNaN(map) || Math.abs(map - 1) < 1e-9).isTrue();
        }
    }

    @Test
    void theCurveEndsAtTheRecallReached() {
        List<JudgedScene> scenes = DrawnScenes.of(1, 60);
        for (PrecisionRecall curve : PrecisionRecall.of(DetectionQuestion.TWO_CLASSES, scenes, ScoringRules.DEFAULTS)) {
            assertThat(curve.points()).isNotEmpty();
            assertThat(curve.points()).extracting(CurvePoint::recall).isSorted();
            assertThat(curve.points())
                    .allSatisfy(point -> assertThat(point.precision()).isBetween(0.0, 1.0));
        }
    }
}
