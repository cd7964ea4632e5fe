package io.github.maskwatch.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreCurveFitTest {
    private static final MaskPrediction SAID = new MaskPrediction(0.8, 0.1, 0.1);
    private static final Box PLACE = new Box(10, 10, 50, 50);

    /** One box a scene, which is a face as often as the curve says for its score. */
    private static List<JudgedScene> scenes(ScoreCurve truth, int count) {
        Random random = new Random(5);
        List<JudgedScene> scenes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float score = (float) (0.02 + 0.9 * random.nextDouble());
            scenes.add(scene(random.nextDouble() < truth.of(score), score));
        }
        return scenes;
    }

    private static JudgedScene scene(boolean face, float score) {
        return new JudgedScene(
                640,
                480,
                true,
                face ? List.of(new LabelledFace(PLACE, MaskState.WITH_MASK)) : List.of(),
                List.of(new MaskedFace(new Face(PLACE, score), SAID)));
    }

    private static float score(JudgedScene scene) {
        return scene.answers().get(0).face().score();
    }

    @Test
    void findsTheCurveThatTheAnswersCameFrom() {
        for (ScoreCurve truth : List.of(new ScoreCurve(3.5, 1.5), new ScoreCurve(0.6, -1), ScoreCurve.NONE)) {
            ScoreCurve fit = ScoreCurveFit.fit(scenes(truth, 20_000));
            assertThat(fit.slope()).isCloseTo(truth.slope(), within(0.15));
            assertThat(fit.shift()).isCloseTo(truth.shift(), within(0.15));
        }
    }

    @Test
    void afterItAScoreIsAProbability() {
        List<JudgedScene> scenes = scenes(new ScoreCurve(3, 2), 10_000);
        DetectorChoice choice = DetectorChoice.of(scenes);
        List<JudgedScene> about = scenes.stream()
                .map(scene -> scene.withScores(choice.scores()))
                .filter(scene -> score(scene) > 0.4 && score(scene) < 0.6)
                .toList();
        double said = about.stream().mapToDouble(ScoreCurveFitTest::score).sum();
        long faces = about.stream().filter(scene -> !scene.truth().isEmpty()).count();
        assertThat(faces / said).isCloseTo(1, within(0.1));
    }

    @Test
    void scoresThatSeparateEverythingGiveAFiniteCurve() {
        ScoreCurve fit = ScoreCurveFit.fit(scenes(new ScoreCurve(1e3, 0), 400));
        assertThat(fit.of(0.2)).isLessThan(0.05);
        assertThat(fit.of(0.8)).isGreaterThan(0.95);
    }

    @Test
    void tooFewOrUselessScoresChangeNothing() {
        assertThat(ScoreCurveFit.fit(List.of())).isEqualTo(ScoreCurve.NONE);
        assertThat(ScoreCurveFit.fit(scenes(new ScoreCurve(3, 1), 40))).isEqualTo(ScoreCurve.NONE);
        List<JudgedScene> upsideDown = scenes(ScoreCurve.NONE, 2_000).stream()
                .map(scene -> scene(!scene.truth().isEmpty(), 1 - score(scene)))
                .toList();
        assertThat(ScoreCurveFit.fit(upsideDown)).isEqualTo(ScoreCurve.NONE);
    }
}
