package io.github.maskwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.DatasetConfig;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.dataset.Photos;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final List<MaskState> TWO = List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
    private static final List<MaskState> THREE = List.of(MaskState.values());

    @TempDir
    Path folder;

    private Evaluation evaluate(Path root, List<MaskState> states) throws IOException {
        return new Evaluator(new PhotoReader(), 1, true)
                .evaluate(
                        "drawn",
                        DrawnPhotos.classifier(states),
                        EvaluationSet.open(root, null, null, new PhotoReader(), Dataset.Progress.none()),
                        (photos, ofPhotos) -> {});
    }

    @Test
    void countsWhatIsRightAndKeepsTheOrder() throws IOException {
        new DrawnPhotos(folder).fill(10).write(MaskState.WITHOUT_MASK, "door_bare.png", 50, 50);
        // A bare face in the wrong folder is one mistake.
        Files.move(folder.resolve("without_mask/door_bare.png"), folder.resolve("with_mask/door_bare.png"));
        Evaluation evaluation = evaluate(folder, TWO);
        assertThat(evaluation.headline().n()).isEqualTo(21);
        assertThat(evaluation.headline().accuracy().value()).isEqualTo(20 / 21.0);
        assertThat(evaluation.incorrectAsWithout()).isEmpty();
        assertThat(evaluation.threeStates()).isEmpty();
        assertThat(evaluation.worstMistakes(5))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.photo()).hasFileName("door_bare.png"));
    }

    @Test
    void slicesBySizeAndSource() throws IOException {
        new DrawnPhotos(folder).fill(8);
        Evaluation evaluation = evaluate(folder, TWO);
        assertThat(evaluation.bySize()).extracting(Slice::name).containsExactly("32–64 px", "96 px and more");
        assertThat(evaluation.bySource()).extracting(Slice::name).containsExactly("door", "street");
        assertThat(evaluation.bySource())
                .allSatisfy(slice -> assertThat(slice.report().n()).isEqualTo(8));
    }

    @Test
    void namesWithoutAPrefixHaveNoSource() throws IOException {
        DrawnPhotos photos = new DrawnPhotos(folder).fill(2);
        photos.write(MaskState.WITH_MASK, "nameless.png", 40, 40);
        assertThat(evaluate(folder, TWO).bySource()).isEmpty();
    }

    @Test
    void asManyPrefixesAsPhotosAreNoSources() throws IOException {
        DrawnPhotos photos = new DrawnPhotos(folder).fill(1);
        for (int i = 0; i < 14; i++) {
            photos.write(MaskState.WITH_MASK, "person" + i + "_1.png", 40, 40);
        }
        assertThat(evaluate(folder, TWO).bySource()).isEmpty();
    }

    @Test
    void threeClassesAreJudgedInThreeWays() throws IOException {
        DrawnPhotos photos = new DrawnPhotos(folder).fill(6);
        for (int i = 0; i < 4; i++) {
            photos.write(MaskState.WORN_INCORRECTLY, "door_chin" + i + ".png", 40, 40);
        }
        Evaluation evaluation = evaluate(folder, THREE);
        assertThat(evaluation.headline().n()).isEqualTo(12);
        assertThat(evaluation.incorrectAsWithout().orElseThrow().n()).isEqualTo(16);
        assertThat(evaluation.threeStates().orElseThrow().accuracy().value()).isEqualTo(1);
        assertThat(evaluate(folder, TWO).threeStates()).isEmpty();
    }

    @Test
    void brokenPhotosAreCountedAndNamed() throws IOException {
        new DrawnPhotos(folder).fill(3);
        Files.writeString(folder.resolve("with_mask/letter.jpg"), "not a photo");
        Files.createFile(folder.resolve("without_mask/nothing.png"));
        Evaluation evaluation = evaluate(folder, TWO);
        assertThat(evaluation.headline().n()).isEqualTo(6);
        assertThat(evaluation.broken())
                .extracting(broken -> String.valueOf(broken.photo().getFileName()))
                .containsExactly("letter.jpg", "nothing.png");
        assertThat(evaluation.broken())
                .allSatisfy(broken -> assertThat(broken.reason()).isNotBlank().doesNotContain("\n"));
    }

    @Test
    void nothingReadableIsOneClearLine() throws IOException {
        Files.createDirectories(folder.resolve("with_mask"));
        Files.writeString(folder.resolve("with_mask/letter.jpg"), "not a photo");
        assertThatThrownBy(() -> evaluate(folder, TWO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing to judge")
                .hasMessageContaining("letter.jpg")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> EvaluationSet.open(
                        folder.resolve("none"), null, null, new PhotoReader(), Dataset.Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none: there is no such folder");
    }

    @Test
    void takesTheTestSplitFirstAndLearnsBaselinesFromTheTrainSplit() throws IOException {
        new DrawnPhotos(folder.resolve("train")).fill(12);
        new DrawnPhotos(folder.resolve("val")).fill(4);
        new DrawnPhotos(folder.resolve("test")).fill(6);
        assertThat(EvaluationSet.open(folder, null, null, new PhotoReader(), Dataset.Progress.none())
                        .examples())
                .hasSize(12);
        assertThat(EvaluationSet.open(folder, Split.VALIDATION, null, new PhotoReader(), Dataset.Progress.none())
                        .examples())
                .hasSize(8);
        assertThat(EvaluationSet.open(folder.resolve("val"), null, null, new PhotoReader(), Dataset.Progress.none())
                        .training())
                .hasSize(24);
        assertThat(evaluate(folder, TWO).baselines())
                .hasSize(2)
                .allSatisfy(baseline -> assertThat(baseline.fittedOn()).contains("24 photos"));
    }

    @Test
    void photosOfARunAreJudgedByItsSplit() throws IOException {
        for (MaskState state : TWO) {
            Photos.fill(folder.resolve("photos").resolve(state.id()), 20);
        }
        PhotoReader reader = new PhotoReader();
        Dataset trained =
                Dataset.open(folder.resolve("photos"), DatasetConfig.defaults(), reader, Dataset.Progress.none());
        trained.writeSplit(folder.resolve(SplitManifest.FILE));
        Path model = Files.writeString(folder.resolve("model.onnx"), "any");
        SplitManifest run = SplitManifest.beside(model, SplitManifest.FACES).orElseThrow();
        assertThat(SplitManifest.beside(model, SplitManifest.SCENES)).isEmpty();
        assertThat(SplitManifest.beside(folder.resolve("photos/model.onnx"), SplitManifest.FACES))
                .isEmpty();

        EvaluationSet test = EvaluationSet.open(folder.resolve("photos"), null, run, reader, Dataset.Progress.none());

        assertThat(test.examples())
                .extracting(Example::photo)
                .containsExactlyInAnyOrderElementsOf(trained.examples(Split.TEST).stream()
                        .map(Example::photo)
                        .toList());
        assertThat(test.training()).hasSameSizeAs(trained.examples(Split.TRAIN));
        Files.delete(trained.examples(Split.TRAIN).get(0).photo());
        EvaluationSet changed =
                EvaluationSet.open(folder.resolve("photos"), null, run, reader, Dataset.Progress.none());
        assertThat(changed.examples()).hasSize(39);
        assertThat(changed.warnings()).anyMatch(line -> line.contains("what it learned from is not left out"));
    }

    @Test
    void aSplitThatIsNotThereIsSaid() throws IOException {
        new DrawnPhotos(folder.resolve("train")).fill(2);
        assertThatThrownBy(
                        () -> EvaluationSet.open(folder, Split.TEST, null, new PhotoReader(), Dataset.Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no photos in test/, only in train/");
        assertThatThrownBy(() -> EvaluationSet.open(
                        folder.resolve("train"), Split.TEST, null, new PhotoReader(), Dataset.Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wanted: a folder that holds train/");
    }

    @Test
    void theHeaderAloneGivesAwayASetWhoseClassesHaveDifferentSizes() throws IOException {
        DrawnPhotos photos = new DrawnPhotos(folder);
        for (int i = 0; i < 25; i++) {
            photos.write(MaskState.WITH_MASK, "a" + i + ".png", 60 + i % 3, 60);
            photos.write(MaskState.WITHOUT_MASK, "b" + i + ".png", 60 + i % 3, 80);
        }
        Evaluation evaluation = evaluate(folder, TWO);
        assertThat(evaluation.baselines().get(0).report().accuracy().value()).isGreaterThan(0.95);
        assertThat(evaluation.baselines().get(0).fittedOn()).contains("cross-validation");
        assertThat(evaluation.baselines().get(0).report().n()).isEqualTo(50);
    }

    @Test
    void tooFewPhotosGiveNoBaseline() throws IOException {
        new DrawnPhotos(folder).fill(3);
        assertThat(evaluate(folder, TWO).baselines()).isEmpty();
    }

    @Test
    void theSamePhotosGiveTheSameResult() throws IOException {
        new DrawnPhotos(folder).fill(20);
        assertThat(evaluate(folder, TWO)).isEqualTo(evaluate(folder, TWO));
    }

    @Test
    void progressEndsAtTheLastPhoto() throws IOException {
        new DrawnPhotos(folder).fill(20);
        List<Integer> told = new ArrayList<>();
        new Evaluator(new PhotoReader(), 1, false)
                .evaluate(
                        "drawn",
                        DrawnPhotos.classifier(TWO),
                        EvaluationSet.open(folder, null, null, new PhotoReader(), Dataset.Progress.none()),
                        (photos, ofPhotos) -> told.add(photos));
        assertThat(told).containsExactly(32, 40);
    }
}
