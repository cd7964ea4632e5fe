package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real scenes beside the repository, against the counts that came with them. */
class SharedScenesTest {
    private final Path folder = Path.of(System.getProperty("maskwatch.root")).resolve("../shared/photos/scenes");

    @BeforeEach
    void needsTheScenes() {
        assumeTrue(Files.isDirectory(folder), "needs the photos of ../shared");
    }

    @Test
    void readsThemAll() throws IOException {
        SceneDataset dataset =
                SceneDataset.open(folder, SceneDatasetConfig.defaults(), new PhotoReader(), Dataset.Progress.none());

        assertThat(dataset.broken()).isEmpty();
        assertCounts(dataset.counts(Split.TRAIN), 3240, 4205, 5110, 356);
        assertCounts(dataset.counts(Split.VALIDATION), 281, 512, 271, 55);
        assertCounts(dataset.counts(Split.TEST), 497, 816, 348, 64);
        assertThat(dataset.counts(Split.TEST).ignored())
                .containsEntry(MaskState.WITH_MASK, 20)
                .containsEntry(MaskState.WITHOUT_MASK, 12);
        assertThat(dataset.scenes(Split.TRAIN))
                .allSatisfy(scene -> assertThat(scene.tellsIncorrect())
                        .isNotEqualTo(scene.photo().getFileName().toString().startsWith("aizoo_")));
        assertThat(dataset.scenes(Split.TEST))
                .extracting(Scene::source)
                .contains("mafa", "and", "wider:19", "jolignier/Sankukai");
    }

    @Test
    void readsOneFolderOfThem() throws IOException {
        SceneSet test = SceneSet.open(
                folder.resolve("test"), null, null, SceneDatasetConfig.defaults(), new PhotoReader(), (n, of) -> {});

        assertCounts(test.counts(), 497, 816, 348, 64);
        assertThat(test.description()).endsWith("test, COCO JSON");
        assertThat(List.of(test.broken(), test.warnings())).allMatch(List::isEmpty);
    }

    /** The counts of SOURCES.md have ignored boxes in them. */
    private static void assertCounts(SceneCounts counts, int photos, int with, int without, int incorrect) {
        assertThat(counts.photos()).isEqualTo(photos);
        assertThat(List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK, MaskState.WORN_INCORRECTLY))
                .extracting(state -> counts.faces(state) + counts.ignored(state))
                .containsExactly(with, without, incorrect);
    }
}
