package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import io.github.maskwatch.training.dataset.Photos;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.scene.refine.RefinedScenes;
import io.github.maskwatch.training.scene.refine.RefinementConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of scenes on their way through a detector into a new folder. */
class RefinedScenesTest {
    private static final Box SEEN = new Box(6, 4, 30, 34);

    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path root;

    /** Sure of one masked face in every picture. */
    private static final MaskDetector DETECTOR = new MaskDetector() {
        @Override
        public List<MaskedFace> detect(Image image) {
            return List.of(new MaskedFace(new Face(SEEN, 0.9f), new MaskPrediction(0.8, 0.1, 0.1)));
        }

        @Override
        public double workingScore() {
            return 0.4;
        }

        @Override
        public void close() {}
    };

    private SceneFolder drawn(String name, List<String> categories) {
        SceneFolder folder = new SceneFolder(root.resolve(name));
        for (String split : List.of("train", "val")) {
            folder.photo(split + "/images/" + name + "_a.png");
            folder.coco(
                    split + "/annotations.json",
                    categories,
                    SceneFolder.image(1, name + "_a.png"),
                    SceneFolder.annotation(1, 1, "[6, 4, 30, 34]"),
                    SceneFolder.annotation(1, 2, "[40, 4, 15, 20]"));
        }
        return folder;
    }

    private RefinedScenes refined() {
        return new RefinedScenes(root.resolve("refined"), DETECTOR, reader, RefinementConfig.DEFAULTS);
    }

    private static void take(RefinedScenes refined, SceneFolder folder) throws IOException {
        SceneDataset dataset = folder.open();
        refined.addScenes(Split.TRAIN, dataset.scenes(Split.TRAIN), (d, of) -> {});
        refined.addScenes(Split.VALIDATION, dataset.scenes(Split.VALIDATION), (d, of) -> {});
    }

    private List<Scene> written(Split split) throws IOException {
        return SceneDataset.open(
                        root.resolve("refined"), SceneDatasetConfig.defaults(), reader, Dataset.Progress.none())
                .scenes(split);
    }

    @Test
    void aSetOfTwoClassesStaysOne() throws IOException {
        RefinedScenes refined = refined();
        take(refined, drawn("two", List.of("with_mask", "without_mask")));
        refined.finish();

        assertThat(written(Split.TRAIN)).extracting(Scene::tellsIncorrect).containsExactly(false);
        assertThat(written(Split.VALIDATION)).extracting(Scene::tellsIncorrect).containsExactly(false);
        assertThat(root.resolve("refined/train/annotations.json"))
                .content()
                .contains("without_mask")
                .doesNotContain("incorrect");
    }

    @Test
    void inAMixtureEachKeepsWhatItTells() throws IOException {
        RefinedScenes refined = refined();
        take(refined, drawn("two", List.of("with_mask", "without_mask")));
        take(refined, drawn("three", SceneFolder.NAMES));
        take(refined, drawn("aizoo", SceneFolder.NAMES));
        take(refined, drawn("aizoo", SceneFolder.NAMES));
        refined.finish();

        assertThat(written(Split.TRAIN))
                .filteredOn(Scene::tellsIncorrect)
                .extracting(scene -> scene.photo().getFileName().toString())
                .containsExactly("three_a.png");
        try (Stream<Path> images = Files.list(root.resolve("refined/train/images"))) {
            assertThat(images)
                    .extracting(photo -> photo.getFileName().toString())
                    .containsExactlyInAnyOrder("two_a.png", "three_a.png", "aizoo_a.png", "aizoo_a_2.png");
        }
    }

    @Test
    void closeUpsTellWhatTheirFolderTells() throws IOException {
        Path photo = root.resolve("close/without_mask/face.png");
        Photos.write(photo, Photos.picture(5));
        List<LabelledFile> closeUp =
                List.of(new LabelledFile(photo, "without_mask/face.png", MaskState.WITHOUT_MASK, null));
        RefinedScenes refined = refined();
        take(refined, drawn("three", SceneFolder.NAMES));
        refined.addCloseUps(closeUp, false, (d, of) -> {});
        assertThat(refined.finish().closeUps()).isOne();

        assertThat(written(Split.TRAIN))
                .filteredOn(scene -> scene.source().equals("close-up"))
                .singleElement()
                .satisfies(scene -> {
                    assertThat(scene.tellsIncorrect()).isFalse();
                    assertThat(scene.faces()).hasSize(1);
                });
    }
}
