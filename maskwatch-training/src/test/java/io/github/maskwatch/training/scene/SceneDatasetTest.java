package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Photos;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitManifest;
import io.github.maskwatch.training.dataset.SplitShares;
import io.github.maskwatch.training.scene.SceneFolder.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneDatasetTest {
    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path root;

    private SceneFolder folder = new SceneFolder(Path.of("."));

    @BeforeEach
    void drawn() {
        folder = new SceneFolder(root.resolve("scenes"));
    }

    private void scenes(int count) {
        for (int i = 0; i < count; i++) {
            folder.vocScene("images/" + i + ".png", "annotations/" + i + ".xml");
        }
    }

    private static void assertRefused(ThrowingCallable opening, String... words) {
        assertThatThrownBy(opening)
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("\n")
                .hasMessageContainingAll(words);
    }

    private static Set<String> names(SceneDataset dataset, Split split) {
        return dataset.scenes(split).stream()
                .map(scene -> scene.photo().getFileName().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void defaults() {
        assertThat(SceneDatasetConfig.defaults())
                .isEqualTo(new SceneDatasetConfig(new SplitShares(0.1, 0.1, 1), List.of("aizoo_"), List.of()));
        assertThatThrownBy(() -> new SceneDatasetConfig(new SplitShares(0.1, 0.1, 1), List.of(" "), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void splitsByClassOfFacesWithTheSameSeedTheSame() throws IOException {
        scenes(20);
        for (int i = 20; i < 30; i++) {
            folder.photo("images/" + i + ".png");
            folder.voc("annotations/" + i + ".xml", "", Marked.of("incorrect_mask", 5, 5, 20, 20));
        }
        for (int i = 30; i < 40; i++) {
            folder.photo("images/" + i + ".png");
            folder.voc("annotations/" + i + ".xml", "");
        }

        SceneDataset dataset = folder.open();

        assertThat(Stream.of(Split.values()).map(split -> dataset.counts(split).photos()))
                .containsExactly(32, 4, 4);
        for (Split split : Split.values()) {
            SceneCounts counts = dataset.counts(split);
            assertThat(counts.faces(MaskState.WITH_MASK)).isEqualTo(counts.photos() / 2);
            assertThat(counts.faces(MaskState.WORN_INCORRECTLY)).isEqualTo(counts.photos() / 4);
        }
        assertThat(dataset.splitSentence())
                .isEqualTo("Read Pascal VOC. Split 40 photos by class with seed 1: 32 for training, 4 for validation, 4"
                        + " for test; no near-duplicates were found.");
        assertThat(names(folder.open(), Split.TEST)).isEqualTo(names(dataset, Split.TEST));
        SceneDatasetConfig other = new SceneDatasetConfig(new SplitShares(0.1, 0.1, 2), List.of(), List.of());
        assertThat(names(SceneDataset.open(folder.root(), other, reader, Dataset.Progress.none()), Split.TEST))
                .isNotEqualTo(names(dataset, Split.TEST));
    }

    @Test
    void keepsNearDuplicatesTogether() throws IOException {
        scenes(10);
        for (int i = 0; i < 10; i++) {
            folder.vocScene("images/mirrored" + i + ".png", "annotations/mirrored" + i + ".xml");
            Photos.write(
                    folder.root().resolve("images/mirrored" + i + ".png"),
                    reader.read(folder.root().resolve("images/" + i + ".png")).mirror());
        }

        SceneDataset dataset = SceneDataset.open(
                folder.root(),
                new SceneDatasetConfig(new SplitShares(0.3, 0.3, 3), List.of(), List.of()),
                reader,
                Dataset.Progress.none());

        for (Split split : Split.values()) {
            Set<String> names = names(dataset, split);
            assertThat(names)
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("mirrored")
                            ? names.contains(name.substring("mirrored".length()))
                            : names.contains("mirrored" + name));
        }
        assertThat(dataset.splitSentence()).endsWith("20 near-duplicates stay together in 10 groups.");
    }

    @Test
    void warnsOfDuplicatesThatAGivenSplitTearsApartAndOfClassesThatValidationLacks() throws IOException {
        for (String split : List.of("train", "val")) {
            folder.vocScene(split + "/a.png", split + "/a.xml");
            Photos.write(folder.root().resolve(split + "/a.png"), SceneFolder.picture("same"));
        }
        folder.photo("train/b.png");
        folder.voc("train/b.xml", "", Marked.of("incorrect_mask", 5, 5, 20, 20));

        assertThat(folder.open().warnings())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("1 pair of near-duplicates are torn apart"))
                .anyMatch(line -> line.startsWith("no face of the class mask_worn_incorrectly is for validation"));
    }

    @Test
    void brokenPixelsAreFoundBeforeTraining() throws IOException {
        scenes(12);
        Path photo = folder.root().resolve("images/3.png");
        byte[] whole = Files.readAllBytes(photo);
        Files.write(photo, Arrays.copyOf(whole, whole.length / 2));

        assertThat(folder.open().broken()).singleElement().asString().contains("3.png: is a broken PNG");
    }

    @Test
    void refusesWhatCannotTrain() throws IOException {
        folder.photo("a.png");
        folder.voc("a.xml", "a.png", Marked.of("mask", 5, 5, 10, 10));
        folder.text("b.jpg", "no photo");
        folder.voc("b.xml", "b.jpg", Marked.of("no_mask", 5, 5, 10, 10));
        assertRefused(
                folder::open, "no face of the class without_mask to train on", "1 photos could not be used, such as");

        SceneFolder onlyTest = new SceneFolder(root.resolve("other"));
        onlyTest.vocScene("test/a.png", "test/a.xml");
        assertRefused(onlyTest::open, "has no photos in train/, only in test/");
        onlyTest.vocScene("train/b.png", "train/b.xml");
        assertRefused(onlyTest::open, "no face for validation");
        onlyTest.photo("val/c.png");
        onlyTest.voc("val/c.xml", "c.png");
        assertRefused(onlyTest::open, "no face for validation, which chooses the best epoch");
    }

    @Test
    void hashKnowsPhotosAndFacesButNeitherThePlaceNorTheKind() throws IOException {
        scenes(12);
        String hash = folder.open().hash();
        SceneFolder copy = new SceneFolder(root.resolve("copy"));
        List<String> entries = new ArrayList<>();
        for (int i = 11; i >= 0; i--) {
            Files.createDirectories(copy.root().resolve("images"));
            Files.copy(
                    folder.root().resolve("images/" + i + ".png"), copy.root().resolve("images/" + i + ".png"));
            entries.add(SceneFolder.image(i, i + ".png"));
            entries.add(SceneFolder.annotation(i, 1, "[5, 5, 12, 14]"));
            entries.add(SceneFolder.annotation(i, 2, "[30, 10, 20, 20]"));
        }
        copy.coco("annotations.json", SceneFolder.NAMES.subList(0, 2), entries.toArray(String[]::new));

        assertThat(copy.open().hash()).isEqualTo(hash).hasSize(64);
        entries.set(1, SceneFolder.annotation(11, 1, "[5, 5, 12, 15]"));
        copy.coco("annotations.json", SceneFolder.NAMES.subList(0, 2), entries.toArray(String[]::new));
        assertThat(copy.open().hash()).isNotEqualTo(hash);
        Photos.write(folder.root().resolve("images/0.png"), SceneFolder.picture("another"));
        assertThat(folder.open().hash()).isNotEqualTo(hash);
    }

    @Test
    void reopensTheVerySplit() throws IOException {
        scenes(20);
        SceneDataset dataset = folder.open();
        Path split = root.resolve("split.json");
        dataset.writeSplit(split);
        folder.vocScene("images/new.png", "annotations/new.xml");

        SceneDataset again = reopen(split);

        for (Split part : Split.values()) {
            assertThat(again.scenes(part)).isEqualTo(dataset.scenes(part));
        }
        assertThat(again.hash()).isEqualTo(dataset.hash());
        assertThat(again.splitSentence()).isEqualTo(dataset.splitSentence());
        assertThat(split.resolveSibling(".split.json.part")).doesNotExist();
    }

    private SceneDataset reopen(Path split) throws IOException {
        return SceneDataset.reopen(
                folder.root(), split, SceneDatasetConfig.defaults(), reader, Dataset.Progress.none());
    }

    @Test
    void refusesToReopenOtherScenes() throws IOException {
        scenes(12);
        Path split = root.resolve("split.json");
        folder.open().writeSplit(split);

        folder.voc("annotations/1.xml", "1.png", Marked.of("mask", 5, 5, 10, 11));
        assertRefused(() -> reopen(split), "not those that the run began with");
        Files.delete(folder.root().resolve("annotations/1.xml"));
        assertRefused(() -> reopen(split), "1.png", "is gone");
        Files.writeString(split, Files.readString(split).replace("scene-split", "split"));
        assertRefused(() -> reopen(split), "split.json: is no split of photos", "must have a label");
        Files.writeString(split, "{");
        assertRefused(() -> reopen(split), "split.json: is no split of photos");
    }

    @Test
    void judgesOnTheTestSplitOrTheOneThatIsNamed() throws IOException {
        for (String split : List.of("train", "val", "test")) {
            folder.vocScene(split + "/a.png", split + "/a.xml");
        }

        assertThat(folder.read().description()).isEqualTo(folder.root() + ", test split, Pascal VOC");
        assertThat(read(folder.root(), Split.VALIDATION).scenes())
                .extracting(Scene::photo)
                .containsExactly(folder.root().toAbsolutePath().resolve("val/a.png"));
        assertThat(read(folder.root().resolve("train"), null).scenes()).hasSize(1);
        assertRefused(
                () -> read(folder.root().resolve("train"), Split.TEST),
                "has no test/ inside",
                "holds train/, val/ and test/");
        Files.delete(folder.root().resolve("val/a.xml"));
        assertRefused(() -> read(folder.root(), Split.VALIDATION), "no scenes for val, only for train, test");
    }

    @Test
    void scenesOfARunAreJudgedByItsSplit() throws IOException {
        scenes(20);
        Path split = root.resolve("split.json");
        SceneDataset trained = folder.open();
        trained.writeSplit(split);
        SplitManifest run = SplitManifest.read(split, SplitManifest.SCENES);

        SceneSet test = read(run, null);

        assertThat(test.scenes()).containsExactlyElementsOf(trained.scenes(Split.TEST));
        assertThat(test.description()).contains("test split");
        assertThat(read(run, Split.TRAIN).scenes()).containsExactlyElementsOf(trained.scenes(Split.TRAIN));
        assertThat(SceneSet.openForChoosing(
                                folder.root(), run, SceneDatasetConfig.defaults(), reader, Dataset.Progress.none())
                        .scenes())
                .containsExactlyElementsOf(trained.scenes(Split.VALIDATION));
        assertThat(folder.read().scenes()).hasSize(20);
    }

    @Test
    void whatCameLaterIsInNoSplitOfARunAndOtherScenesAreNotSplit() throws IOException {
        scenes(20);
        Path split = root.resolve("split.json");
        folder.open().writeSplit(split);
        SplitManifest run = SplitManifest.read(split, SplitManifest.SCENES);

        folder.vocScene("images/new.png", "annotations/new.xml");
        SceneSet grown = read(run, null);
        assertThat(grown.scenes()).hasSize(2);
        assertThat(grown.warnings()).anyMatch(line -> line.startsWith("left out 1 that were not there"));

        folder.voc("annotations/3.xml", "3.png", Marked.of("without_mask", 5, 5, 12, 14));
        SceneSet changed = read(run, null);
        assertThat(changed.scenes()).hasSize(21);
        assertThat(changed.warnings()).anyMatch(line -> line.contains("what it learned from is not left out"));
    }

    private SceneSet read(@Nullable SplitManifest run, @Nullable Split split) throws IOException {
        return SceneSet.open(folder.root(), split, run, SceneDatasetConfig.defaults(), reader, Dataset.Progress.none());
    }

    private SceneSet read(Path scenes, @Nullable Split split) throws IOException {
        return SceneSet.open(scenes, split, null, SceneDatasetConfig.defaults(), reader, Dataset.Progress.none());
    }
}
