package io.github.maskwatch.training.evaluation.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionEvaluationTest {
    @TempDir
    Path folder;

    private DetectionEvaluation evaluation;

    @BeforeEach
    void judge() throws IOException {
        ColouredScenes.draw(folder);
        evaluation = ColouredScenes.evaluate(folder);
    }

    @Test
    void figuresOfTheDrawnScenes() {
        assertThat(evaluation.scenes()).hasSize(6);
        assertThat(evaluation.ignoredFaces()).isOne();
        assertThat(evaluation.work().faces()).isEqualTo(12);
        assertThat(evaluation.work().recall()).isEqualTo(Interval.wilson95(10, 12));
        assertThat(evaluation.work().precision()).isEqualTo(Interval.wilson95(10, 11));
        assertThat(evaluation.work().foundAndRight()).isEqualTo(Interval.wilson95(9, 12));
        assertThat(evaluation.work().threeClasses().count(MaskState.WITH_MASK, MaskState.WITHOUT_MASK))
                .isOne();
        // Of 12 faces the ten surest are right, the eleventh is no face.
        assertThat(evaluation.figures(DetectionQuestion.FACES).map50().value()).isCloseTo(84 / 101.0, within(1e-12));
        assertThat(evaluation.tellsThree()).isTrue();
    }

    @Test
    void everySliceHoldsEveryFace() {
        assertThat(evaluation.slices())
                .extracting(Slices::id)
                .containsExactly("by_size", "by_source", "by_brightness", "by_sharpness");
        for (Slices slices : evaluation.slices()) {
            assertThat(slices.slices().stream()
                            .mapToLong(slice -> slice.work().faces())
                            .sum())
                    .as(slices.id())
                    .isEqualTo(12);
        }
        assertThat(evaluation.slices().get(1).slices())
                .extracting(DetectionSlice::name)
                .containsExactly("door", "street");
        assertThat(evaluation.slices().get(2).slices())
                .extracting(DetectionSlice::scenes)
                .containsExactly(2, 2, 2);
    }

    @Test
    void theWorstMistakesOfEachKind() {
        assertThat(evaluation.worstMisses(5))
                .hasSize(2)
                .allSatisfy(miss -> assertThat(miss.answer()).isNull());
        assertThat(evaluation.worstFalseAlarms(5)).hasSize(1);
        assertThat(evaluation.worstStates(5)).hasSize(1);
        assertThat(evaluation.worstMisses(1)).hasSize(1);
    }

    @Test
    void aPhotoThatCannotBeReadIsNamed() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.jpg"), "no photo");
        SceneJudge.Judged judged = new SceneJudge(new PhotoReader())
                .judge(
                        List.of(new Scene(letter, 10, 10, "door", List.of(), true)),
                        ColouredScenes.detector(),
                        (done, of) -> {});
        assertThat(judged.scenes()).isEmpty();
        assertThat(judged.broken()).singleElement().asString().contains("letter.jpg");
    }

    @Test
    void boxesAreInThePixelsOfTheScene() {
        Path photo = folder.resolve("images/door_0.png");
        SceneJudge.Judged judged = new SceneJudge(new PhotoReader())
                .judge(
                        List.of(new Scene(photo, 640, 480, "door", List.of(), true)),
                        ColouredScenes.detector(),
                        (done, of) -> {});
        assertThat(judged.scenes().get(0).judged().answers().get(0).face().box().width())
                .isEqualTo(120);
    }
}
