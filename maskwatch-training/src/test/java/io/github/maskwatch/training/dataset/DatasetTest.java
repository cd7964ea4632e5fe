package io.github.maskwatch.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path folder;

    private Dataset open() throws IOException {
        return open(DatasetConfig.defaults());
    }

    private Dataset open(DatasetConfig config) throws IOException {
        return Dataset.open(folder, config, reader, Dataset.Progress.none());
    }

    private void assertRefused(ThrowingCallable opening, String... words) {
        assertThatThrownBy(opening)
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("\n")
                .hasMessageContainingAll(words);
    }

    private void photos(String name, int count) {
        Photos.fill(folder.resolve(name), count);
    }

    private Map<MaskState, Long> counts(Dataset dataset, Split split) {
        return dataset.examples(split).stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
    }

    @Test
    void makesAStratifiedSplit() throws IOException {
        photos("with_mask", 40);
        photos("without_mask", 20);

        Dataset dataset = open();

        assertThat(dataset.states()).containsExactly(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
        assertThat(counts(dataset, Split.TRAIN))
                .isEqualTo(Map.of(MaskState.WITH_MASK, 32L, MaskState.WITHOUT_MASK, 16L));
        assertThat(counts(dataset, Split.VALIDATION))
                .isEqualTo(Map.of(MaskState.WITH_MASK, 4L, MaskState.WITHOUT_MASK, 2L));
        assertThat(counts(dataset, Split.TEST)).isEqualTo(Map.of(MaskState.WITH_MASK, 4L, MaskState.WITHOUT_MASK, 2L));
        assertThat(dataset.splitSentence())
                .isEqualTo("Split 60 photos by class with seed 1: 48 for training, 6 for validation, 6 for test;"
                        + " no near-duplicates were found.");
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void sameSeedSameSplitAndAnotherSeedAnother() throws IOException {
        photos("with_mask", 20);
        photos("without_mask", 20);
        List<Example> validation = open().examples(Split.VALIDATION);

        assertThat(open().examples(Split.VALIDATION)).isEqualTo(validation);
        assertThat(open(new DatasetConfig(0.1, 0.1, 2, ThirdClass.KEEP)).examples(Split.VALIDATION))
                .isNotEqualTo(validation);
    }

    @Test
    void threePhotosOfAClassAreEnoughForThreeSplits() throws IOException {
        photos("with_mask", 3);
        photos("without_mask", 2);

        Dataset dataset = open();

        assertThat(counts(dataset, Split.TEST)).isEqualTo(Map.of(MaskState.WITH_MASK, 1L));
        assertThat(counts(dataset, Split.VALIDATION)).hasSize(2);
    }

    @Test
    void keepsNearDuplicatesTogether() throws IOException {
        photos("with_mask", 20);
        photos("without_mask", 20);
        for (int i = 0; i < 6; i++) {
            Path photo = folder.resolve("with_mask/" + i + ".png");
            Photos.write(
                    folder.resolve("with_mask/mirrored" + i + ".png"),
                    reader.read(photo).mirror());
            Photos.write(
                    folder.resolve("with_mask/small" + i + ".png"),
                    reader.read(photo).resize(75, 71));
        }

        Dataset dataset = open(new DatasetConfig(0.3, 0.3, 5, ThirdClass.KEEP));

        Map<String, Long> splitsOfGroup = Stream.of(Split.values())
                .flatMap(split ->
                        dataset.examples(split).stream().map(Example::group).distinct())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        assertThat(splitsOfGroup)
                .hasSize(40)
                .allSatisfy((group, splits) -> assertThat(splits).isEqualTo(1));
        assertThat(dataset.splitSentence()).endsWith("18 near-duplicates stay together in 6 groups.");
    }

    @Test
    void keepsTheFoldersOwnSplit() throws IOException {
        for (String split : List.of("train", "Valid", "test")) {
            photos(split + "/with_mask", 4);
            photos(split + "/without_mask", 3);
        }
        Photos.write(folder.resolve("test/with_mask/copy.png"), reader.read(folder.resolve("train/with_mask/0.png")));

        Dataset dataset = open();

        assertThat(dataset.examples(Split.TRAIN)).hasSize(7);
        assertThat(dataset.splitSentence())
                .isEqualTo("Kept the folder's own split: 7 for training, 7 for validation, 8 for test.");
        assertThat(dataset.warnings())
                .singleElement()
                .asString()
                .startsWith("1 pair of near-duplicates")
                .contains("test/with_mask/copy.png and train/with_mask/0.png");
    }

    @Test
    void takesAValidationSetOutOfTrainWhereThereIsNone() throws IOException {
        for (String split : List.of("train", "test")) {
            photos(split + "/with_mask", 10);
            photos(split + "/without_mask", 10);
        }

        Dataset dataset = open();

        assertThat(dataset.examples(Split.TEST)).hasSize(20);
        assertThat(dataset.examples(Split.VALIDATION))
                .hasSize(2)
                .allMatch(e -> e.group().startsWith("train/"));
        assertThat(dataset.splitSentence()).startsWith("Took a validation set out of train/ by class with seed 1");
    }

    @ParameterizedTest
    @CsvSource({
        "WithMask, NoMask",
        "with-mask, without-mask",
        "masked, unmasked",
        "mask, no_mask",
        "with mask, without mask"
    })
    void knowsTheUsualSpellings(String with, String without) throws IOException {
        photos(with, 3);
        photos(without, 3);
        photos("mask_weared_incorrect", 3);

        assertThat(open().states()).containsExactly(MaskState.values());
    }

    @Test
    void readsFoldersInsideClasses() throws IOException {
        photos("with_mask/monday/door", 3);
        photos("without_mask", 3);

        assertThat(open().examples(Split.TRAIN)).hasSize(2);
    }

    @Test
    void thirdClassCanBeMergedOrLeftOut() throws IOException {
        photos("with_mask", 3);
        photos("without_mask", 3);
        photos("incorrect_mask", 3);

        Dataset merged = open(new DatasetConfig(0.2, 0, 1, ThirdClass.AS_WITHOUT_MASK));
        Dataset leftOut = open(new DatasetConfig(0.2, 0, 1, ThirdClass.LEAVE_OUT));

        assertThat(merged.states()).hasSize(2);
        assertThat(merged.examples(Split.TRAIN).size()
                        + merged.examples(Split.VALIDATION).size())
                .isEqualTo(9);
        assertThat(leftOut.examples(Split.TRAIN).size()
                        + leftOut.examples(Split.VALIDATION).size())
                .isEqualTo(6);
    }

    @Test
    void brokenPhotosAreNamedAndLeftOut() throws IOException {
        photos("with_mask", 5);
        photos("without_mask", 5);
        Files.writeString(folder.resolve("with_mask/notes.jpg"), "no photo");
        Files.createFile(folder.resolve("without_mask/empty.png"));

        Dataset dataset = open();

        assertThat(dataset.broken())
                .extracting(BrokenPhoto::photo)
                .containsExactly(folder.resolve("with_mask/notes.jpg"), folder.resolve("without_mask/empty.png"));
        assertThat(dataset.broken().get(0).reason()).startsWith("is text, no photo");
        assertThat(dataset.splitSentence()).startsWith("Split 10 photos");
    }

    @Test
    void unknownFoldersAndPhonesPhotosAreWarnedOf() throws IOException {
        photos("with_mask", 3);
        photos("without_mask", 3);
        photos("scarves", 2);
        Files.createFile(folder.resolve("with_mask/IMG_1.HEIC"));

        assertThat(open().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "left out scarves/ with 2 photos: it is no class that is known; wanted: with_mask/"))
                .anySatisfy(line -> assertThat(line).startsWith("left out 1 HEIC or AVIF photos in with_mask/"));
    }

    @Test
    void contradictionsAreWarnedOf() throws IOException {
        photos("with_mask", 4);
        photos("without_mask", 4);
        Photos.write(folder.resolve("without_mask/same.png"), reader.read(folder.resolve("with_mask/0.png")));

        assertThat(open().warnings()).singleElement().asString().contains("different classes", "with_mask/0.png");
    }

    @Test
    void refusesWhatCannotTrain() {
        assertRefused(
                () -> Dataset.open(folder.resolve("none"), DatasetConfig.defaults(), reader, (n, of) -> {}),
                "there is no such folder",
                "wanted: with_mask/");
        assertRefused(this::open, "there are no folders with photos in it");
        photos("cats", 2);
        assertRefused(this::open, "no photos of a known class in it, only cats/");
        photos("with_mask", 2);
        assertRefused(this::open, "no photos of the class without_mask", "left out cats/ with 2 photos");
        photos("without_mask", 1);
        assertRefused(this::open, "the class without_mask has one photo only (without_mask/0.png)", "cannot be split");
    }

    @Test
    void refusesAClassOfOnePictureInManyCopies() throws IOException {
        photos("with_mask", 5);
        for (int i = 0; i < 5; i++) {
            Photos.write(folder.resolve("without_mask/copy" + i + ".png"), Photos.picture(7));
        }

        assertRefused(this::open, "val would have no photo of the class without_mask", "stay together");
    }

    @Test
    void refusesAFileAndBrokenPhotosOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        assertRefused(
                () -> Dataset.open(file, DatasetConfig.defaults(), reader, (n, of) -> {}), "is a file, not a folder");
        photos("with_mask", 2);
        Files.createDirectories(folder.resolve("without_mask"));
        Files.writeString(folder.resolve("without_mask/a.jpg"), "x");
        Files.writeString(folder.resolve("without_mask/b.jpg"), "x");
        assertRefused(this::open, "no photos of the class without_mask", "2 could not be read, such as");
    }

    @Test
    void hashKnowsNamesLabelsAndBytesButNotThePlace() throws IOException {
        photos("a/with_mask", 3);
        photos("a/without_mask", 3);
        String hash = hash("a");
        for (String part : List.of("with_mask", "without_mask")) {
            for (int i = 2; i >= 0; i--) {
                Path copy = folder.resolve("b/" + part + "/" + i + ".png");
                Files.createDirectories(copy.getParent());
                Files.copy(folder.resolve("a/" + part + "/" + i + ".png"), copy);
            }
        }

        assertThat(hash).hasSize(64).isEqualTo(hash("b"));
        Photos.write(folder.resolve("b/with_mask/0.png"), Photos.picture(99));
        assertThat(hash("b")).isNotEqualTo(hash);
    }

    private String hash(String part) throws IOException {
        return Dataset.open(folder.resolve(part), DatasetConfig.defaults(), reader, Dataset.Progress.none())
                .hash();
    }

    @Test
    void reopensTheVerySplit() throws IOException {
        photos("with_mask", 10);
        photos("without_mask", 10);
        Dataset dataset = open();
        Path split = folder.resolve("split.json");
        dataset.writeSplit(split);
        photos("without_mask/new", 2);

        Dataset again = Dataset.reopen(folder, split, reader, Dataset.Progress.none());

        for (Split part : Split.values()) {
            assertThat(again.examples(part)).isEqualTo(dataset.examples(part));
        }
        assertThat(again.hash()).isEqualTo(dataset.hash());
        assertThat(again.splitSentence()).isEqualTo(dataset.splitSentence());
    }

    @Test
    void refusesToReopenOtherPhotos() throws IOException {
        photos("with_mask", 3);
        photos("without_mask", 3);
        Path split = folder.resolve("split.json");
        open().writeSplit(split);

        Photos.write(folder.resolve("with_mask/1.png"), Photos.picture(4));
        assertRefused(() -> Dataset.reopen(folder, split, reader, (n, of) -> {}), "not those that the run began with");
        Files.delete(folder.resolve("with_mask/1.png"));
        assertRefused(() -> Dataset.reopen(folder, split, reader, (n, of) -> {}), "1.png", "is gone");
        Files.writeString(split, "{");
        assertRefused(() -> Dataset.reopen(folder, split, reader, (n, of) -> {}), "split.json: is no split of photos");
    }

    @Test
    void readsTheSharedPhotos() throws IOException {
        Path photos = Path.of(System.getProperty("maskwatch.root")).resolve("../shared/photos/faces");
        assumeTrue(Files.isDirectory(photos), "needs the photos of ../shared");

        Dataset dataset = Dataset.open(photos, DatasetConfig.defaults(), reader, Dataset.Progress.none());

        assertThat(dataset.examples(Split.TRAIN)).hasSize(6643);
        assertThat(dataset.examples(Split.VALIDATION)).hasSize(962);
        assertThat(dataset.examples(Split.TEST)).hasSize(1394);
        assertThat(dataset.broken()).isEmpty();
    }
}
