package io.github.maskwatch.training.scene;

import static io.github.maskwatch.training.scene.SceneFolder.annotation;
import static io.github.maskwatch.training.scene.SceneFolder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Photos;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.scene.annotation.CocoIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CocoScenesTest {
    private static final List<String> NAMES = SceneFolder.NAMES;

    @TempDir
    Path root;

    private SceneFolder folder = new SceneFolder(Path.of("."));

    @BeforeEach
    void drawn() {
        folder = new SceneFolder(root);
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(folder::read)
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("\n")
                .hasMessageContainingAll(words);
    }

    @Test
    void readsBoxesClassesAndWhatIsIgnored() throws IOException {
        folder.photo("images/a.png");
        folder.photo("images/empty.png");
        folder.coco(
                "annotations.json",
                NAMES,
                "{\"id\": 7, \"file_name\": \"a.png\", \"width\": 60, \"height\": 40, \"source\": \"street\"}",
                image(8, "empty.png"),
                annotation(7, 1, "[5, 6.5, 10, 12]"),
                annotation(7, 2, "[50, 30, 20, 20]"),
                "{\"image_id\": 7, \"category_id\": 3, \"bbox\": [1, 2, 3, 4], \"ignore\": 1}",
                "{\"image_id\": 7, \"category_id\": 1, \"bbox\": [1, 2, 3, 4], \"iscrowd\": true,"
                        + " \"segmentation\": [[1, 2, 3, 4, 5, 6]]}");

        SceneSet set = folder.read();

        assertThat(set.scenes())
                .containsExactly(
                        new Scene(
                                root.toAbsolutePath().resolve("images/a.png"),
                                60,
                                40,
                                "street",
                                List.of(
                                        new LabelledFace(new Box(5, 6.5, 10, 12), MaskState.WITH_MASK),
                                        new LabelledFace(new Box(50, 30, 10, 10), MaskState.WITHOUT_MASK),
                                        new LabelledFace(new Box(1, 2, 3, 4), MaskState.WORN_INCORRECTLY, true),
                                        new LabelledFace(new Box(1, 2, 3, 4), MaskState.WITH_MASK, true)),
                                true),
                        new Scene(
                                root.toAbsolutePath().resolve("images/empty.png"), 60, 40, "unnamed", List.of(), true));
        assertThat(set.description()).isEqualTo(root + ", COCO JSON");
        assertThat(set.counts().faces(MaskState.WITH_MASK)).isEqualTo(1);
        assertThat(set.counts().ignored(MaskState.WITH_MASK)).isEqualTo(1);
        assertThat(set.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations.json, images/a.png, a.png",
        "annotations.json, a.png, ./a.png",
        "_annotations.coco.json, a.png, a.png",
        "annotations/instances_default.json, images/a.png, a.png",
        "annotations/instances_default.json, photos/a.png, a.png",
        "labels.json, deep/er/a.png, er/a.png",
        "labels.json, deep/er/a.png, /home/somebody/deep/er/a.png",
        "labels.json, pics/A.PNG, 'C:\\\\pics\\\\a.png'"
    })
    void findsThePhotosOfTheUsualLayouts(String json, String photo, String fileName) throws IOException {
        folder.photo(photo);
        folder.coco(json, NAMES, image(1, fileName), annotation(1, 1, "[5, 5, 10, 12]"));

        assertThat(folder.read().scenes())
                .extracting(Scene::photo)
                .containsExactly(root.toAbsolutePath().resolve(photo));
    }

    @ParameterizedTest
    @CsvSource({
        "%s/annotations.json, %s/images/a.png, train, val",
        "%s/_annotations.coco.json, %s/a.png, train, valid",
        "annotations/instances_%s.json, images/%s/a.png, train2017, val2017",
        "annotations/instances_%s.json, %s/a.png, train, validation",
        "%s.json, images/%s_a.png, train, val",
        "all.json, images/%s/%s_a.png, train, val"
    })
    void keepsTheSplitOfTheUsualLayouts(String json, String photo, String train, String val) throws IOException {
        String trained = photo.replace("%s", train);
        String judged = photo.replace("%s", val);
        folder.photo(trained);
        folder.photo(judged);
        String[] entries = {annotation(1, 1, "[5, 5, 10, 12]"), annotation(1, 2, "[25, 5, 10, 12]")};
        if (json.equals("all.json")) {
            folder.coco(
                    json,
                    NAMES,
                    image(1, trained),
                    entries[0],
                    entries[1],
                    image(2, judged),
                    annotation(2, 1, "[5, 5, 10, 12]"));
        } else {
            for (String split : List.of(train, val)) {
                String name = Path.of(photo.replace("%s", split)).getFileName().toString();
                folder.coco(json.replace("%s", split), NAMES, image(1, name), entries[0], entries[1]);
            }
        }

        SceneDataset dataset = folder.open();

        assertThat(dataset.scenes(Split.TRAIN))
                .extracting(Scene::photo)
                .containsExactly(root.toAbsolutePath().resolve(trained));
        assertThat(dataset.scenes(Split.VALIDATION))
                .extracting(Scene::photo)
                .containsExactly(root.toAbsolutePath().resolve(judged));
        assertThat(dataset.splitSentence())
                .isEqualTo(
                        "Read COCO JSON. Kept the folder's own split: 1 for training, 1 for validation, 0 for test.");
    }

    @ParameterizedTest
    @CsvSource({
        "face_mask, WITH_MASK",
        "Mask, WITH_MASK",
        "with-mask, WITH_MASK",
        "no_mask, WITHOUT_MASK",
        "nomask, WITHOUT_MASK",
        "Without Mask, WITHOUT_MASK",
        "face, WITHOUT_MASK",
        "mask_weared_incorrect, WORN_INCORRECTLY",
        "incorrect_mask, WORN_INCORRECTLY",
        "Improperly Worn Mask, WORN_INCORRECTLY"
    })
    void knowsTheUsualSpellings(String name, MaskState state) throws IOException {
        folder.photo("a.png");
        folder.coco("a.json", List.of(name), image(1, "a.png"), annotation(1, 1, "[5, 5, 10, 12]"));

        assertThat(folder.read().scenes().get(0).faces())
                .extracting(LabelledFace::state)
                .containsExactly(state);
    }

    @Test
    void unknownClassesAreRefusedOnlyWhereBoxesHaveThem() throws IOException {
        folder.photo("a.png");
        List<String> names = List.of("people", "mask", "helmet", "vest");
        folder.coco("a.json", names, image(1, "a.png"), annotation(1, 2, "[5, 5, 10, 12]"));
        assertThat(folder.read().scenes()).hasSize(1);

        folder.coco(
                "a.json",
                names,
                image(1, "a.png"),
                annotation(1, 4, "[5, 5, 10, 12]"),
                annotation(1, 3, "[5, 5, 10, 12]"));
        assertRefused("classes that are not known: \"helmet\", \"vest\"", "wanted: with_mask, without_mask");
    }

    @Test
    void setsAndSourcesOfTwoClassesDoNotTellIncorrect() throws IOException {
        for (String name : List.of("aizoo_1.png", "jol_1.png")) {
            folder.photo(name);
        }
        String[] entries = {
            image(1, "aizoo_1.png"),
            image(2, "jol_1.png"),
            annotation(1, 1, "[5, 5, 9, 9]"),
            annotation(2, 1, "[5, 5, 9, 9]")
        };
        folder.coco("a.json", NAMES, entries);
        assertThat(folder.read().scenes()).extracting(Scene::tellsIncorrect).containsExactly(false, true);
        assertThat(folder.read().scenes()).extracting(Scene::source).containsExactly("aizoo", "jol");

        folder.coco("a.json", NAMES.subList(0, 2), entries);
        assertThat(folder.read().scenes()).extracting(Scene::tellsIncorrect).containsOnly(false);
    }

    @Test
    void manyBeginningsOfNamesAreNoSources() throws IOException {
        String[] images = new String[30];
        for (int i = 0; i < 30; i++) {
            String name = (char) ('a' + i % 26) + (i > 25 ? "x" : "") + "_1.png";
            folder.photo(name);
            images[i] = image(i, name);
        }
        folder.coco("a.json", NAMES, images);

        assertThat(folder.read().scenes()).extracting(Scene::source).containsOnly("unnamed");
    }

    @Test
    void degenerateBoxesAreCountedAndLeftOut() throws IOException {
        folder.photo("a.png");
        folder.coco(
                "a.json",
                NAMES,
                image(1, "a.png"),
                annotation(1, 1, "[5, 5, 10, 12]"),
                annotation(1, 1, "[5, 5, 0, 12]"),
                annotation(1, 1, "[5, 5, -3, 12]"),
                annotation(1, 1, "[70, 5, 10, 12]"));

        SceneSet set = folder.read();

        assertThat(set.scenes().get(0).faces()).hasSize(1);
        assertThat(set.warnings())
                .containsExactly("left out 3 boxes of less than a pixel, or outside of the photo, such as in a.png");
    }

    @Test
    void scalesBoxesOfAnotherSizeAndRefusesOtherShapes() throws IOException {
        folder.photo("half.png");
        folder.photo("turned.png");
        String size = "{\"id\": %d, \"file_name\": \"%s\", \"width\": %d, \"height\": %d}";
        folder.coco(
                "a.json",
                NAMES,
                size.formatted(1, "half.png", 121, 80),
                size.formatted(2, "turned.png", 40, 60),
                annotation(1, 1, "[12.1, 8, 24.2, 16]"),
                annotation(2, 1, "[5, 5, 10, 12]"));

        SceneSet set = folder.read();

        Box box = set.scenes().get(0).faces().get(0).box();
        assertThat(List.of(box.x(), box.y(), box.width(), box.height()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(6.0, 4.0, 12.0, 8.0);
        assertThat(set.warnings())
                .containsExactly(
                        "scaled the boxes of 1 photo whose annotations are about another size of it, such as half.png");
        assertThat(set.broken())
                .singleElement()
                .hasToString(root.toAbsolutePath().resolve("turned.png")
                        + ": is 60 x 40 px, but its annotations are about a picture of 40 x 60, perhaps this one before"
                        + " it was turned upright; annotate it again");
    }

    @Test
    void brokenPhotosAndAnnotationsAreNamedAndLeftOut() throws IOException {
        folder.photo("good.png");
        folder.photo("twice.png");
        folder.photo("badbox.png");
        folder.photo("badclass.png");
        folder.photo("forgotten.png");
        folder.text("text.jpg", "no photo");
        folder.coco(
                "a.json",
                NAMES,
                image(1, "good.png"),
                image(2, "twice.png"),
                image(3, "twice.png"),
                image(4, "badbox.png"),
                image(5, "text.jpg"),
                image(6, "gone.png"),
                image(7, "badclass.png"),
                annotation(1, 1, "[5, 5, 10, 12]"),
                annotation(4, 1, "[5, 5, \"wide\"]"),
                annotation(7, 9, "[5, 5, 10, 12]"),
                annotation(99, 1, "[5, 5, 10, 12]"));

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken())
                .extracting(problem -> problem.photo().getFileName() + " " + problem.reason())
                .containsExactly(
                        "a.json has annotations of gone.png, but there is no such photo",
                        "badbox.png has an annotation whose bbox is [5,5,\"wide\"], wanted: [x, y, width, height]",
                        "badclass.png has a box of category \"9\", which a.json does not list",
                        "text.jpg is text, no photo; wanted: JPEG, PNG, WebP, GIF, BMP or TIFF",
                        "twice.png is annotated twice in a.json");
        assertThat(set.warnings())
                .containsExactly(
                        "left out 1 annotation in a.json about images that it does not list",
                        "left out 1 photo without annotations, such as forgotten.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1e308, 1, 5, 5]", "[-1e308, 1, 1.7e308, 5]", "[5, 5, 1e9, 5]", "[5, -2e7, 5, 5]"})
    void boxesBeyondAllPhotosMakeAPhotoBroken(String bbox) throws IOException {
        folder.photo("good.png");
        folder.photo("bad.png");
        folder.coco("a.json", NAMES, image(1, "good.png"), image(2, "bad.png"), annotation(2, 1, bbox));

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken())
                .singleElement()
                .asString()
                .contains("bad.png: has a box of x ", "; wanted: numbers of at most 10,000,000 px");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"images\": [{\"id\": 1}], \"annotations\": [",
                "{\"images\": [], \"annotations\": [}",
                "{\"images\"",
                "[1, 2"
            })
    void refusesAFileThatIsCutOff(String json) {
        folder.photo("a.png");
        folder.text("annotations.json", json);

        if (json.startsWith("[")) {
            assertRefused("no annotations found in it, only 1 photo");
        } else {
            assertRefused("annotations.json: is cut off or no JSON");
        }
    }

    @Test
    void imagesThatShareAnIdOrHaveNoneAreBroken() throws IOException {
        for (String name : List.of("a.png", "b.png", "c.png", "d.png", "good.png")) {
            folder.photo(name);
        }
        folder.coco(
                "a.json",
                NAMES,
                image(1, "a.png"),
                image(1, "b.png"),
                "{\"file_name\": \"c.png\"}",
                "{\"id\": null, \"file_name\": \"d.png\"}",
                image(2, "good.png"),
                annotation(1, 1, "[5, 5, 10, 12]"));

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken())
                .extracting(problem -> problem.photo().getFileName() + " " + problem.reason())
                .containsExactly(
                        "a.png has the id 1 in a.json, which b.png has there too, so that nobody knows whose boxes are"
                                + " whose",
                        "b.png has the id 1 in a.json, which a.png has there too, so that nobody knows whose boxes are"
                                + " whose",
                        "c.png has no id in a.json, wanted: a number or a text",
                        "d.png has the id null in a.json, wanted: a number or a text");
        assertThat(set.warnings()).isEmpty();
    }

    @Test
    void refusesACategoryOfTwoNames() {
        folder.photo("a.png");
        String json = """
                {"images": [%s], "annotations": [],
                 "categories": [{"id": 1, "name": "mask"}, {"id": 1, "name": "mask"}, {"id": 1, "name": "no_mask"}]}
                """.formatted(image(1, "a.png"));
        folder.text("a.json", json);

        assertRefused("a.json: has the category id 1 twice, for \"mask\" and for \"no_mask\"");
    }

    @Test
    void idsAreThoseOfThePhotosOwnFile() throws IOException {
        for (String name : List.of("a.png", "b.png", "c.png")) {
            folder.photo(name);
        }
        folder.coco("train.json", List.of("no_mask", "mask"), image(1, "a.png"));
        folder.text("val.json", """
                {"images": [{"id": "b \\"1\\"", "file_name": "b.png"}, {"file_name": "c.png"}], "annotations": [],
                 "categories": [{"id": "bare", "name": "no_mask"}, {"id": 3, "name": "mask"}, {"name": "face"}]}
                """);

        CocoIds ids = CocoIds.of(root);

        assertThat(ids.photos())
                .containsOnly(
                        entry(path("a.png"), new CocoIds.Photo("1", new PhotoSize(60, 40), categories("2", "1", "3"))),
                        entry(
                                path("b.png"),
                                new CocoIds.Photo("\"b \\\"1\\\"\"", null, categories("3", "\"bare\"", "1"))));
    }

    private Path path(String name) {
        return root.toAbsolutePath().resolve(name);
    }

    private static Map<MaskState, String> categories(String mask, String bare, String incorrect) {
        return Map.of(MaskState.WITH_MASK, mask, MaskState.WITHOUT_MASK, bare, MaskState.WORN_INCORRECTLY, incorrect);
    }

    @Test
    void refusesFoldersWithNothingToRead() throws IOException {
        assertRefused("no annotations found in it, only 0 photos", "wanted: photos with boxes in COCO JSON");
        folder.text("a.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a\\u0000.png\"}], \"annotations\": []}");
        assertRefused("has COCO JSON annotations, but no photo that can be used; 1 are broken, such as");
        folder.text("a.json", "{\"images\": 3, \"annotations\": {\"a\": [1]}}");
        assertRefused("no annotations found in it");
        assertThatThrownBy(new SceneFolder(root.resolve("none"))::read).hasMessageContaining("there is no such folder");
        assertThatThrownBy(new SceneFolder(root.resolve("a.json"))::read)
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void aPhotoOfTwoFilesIsBroken() throws IOException {
        folder.photo("a.png");
        folder.photo("b.png");
        folder.coco("one.json", NAMES, image(1, "a.png"), image(2, "b.png"));
        folder.coco("two.json", NAMES, image(1, "a.png"));

        assertThat(folder.read().broken())
                .extracting(BrokenPhoto::reason)
                .containsExactly("is annotated twice, in one.json and in two.json");
    }

    @Test
    void aPhotoTurnedByItsExifIsReadUpright() throws IOException {
        Files.write(root.resolve("a.jpg"), TurnedPhoto.jpeg(SceneFolder.picture("a")));
        folder.coco(
                "a.json",
                NAMES,
                "{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 40, \"height\": 60}",
                annotation(1, 1, "[5, 45, 10, 12]"));

        Scene scene = folder.read().scenes().get(0);

        assertThat(List.of(scene.width(), scene.height())).containsExactly(40, 60);
        assertThat(scene.faces()).extracting(LabelledFace::box).containsExactly(new Box(5, 45, 10, 12));
    }

    @Test
    void photosOutsideTheFolderAreNobodys() throws IOException {
        folder.photo("in/b.png");
        folder.photo("secret.png");
        folder.coco("in/a.json", NAMES, image(1, "../secret.png"), image(2, "b.png"));

        SceneSet set = new SceneFolder(root.resolve("in")).read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken())
                .extracting(BrokenPhoto::reason)
                .containsExactly("has annotations of ../secret.png, but there is no such photo");
    }

    @Test
    void theSameNameInTwoFoldersIsNotGuessed() throws IOException {
        Photos.fill(root.resolve("p/one"), 1);
        Photos.fill(root.resolve("p/two"), 1);
        folder.photo("b.png");
        folder.coco("a.json", NAMES, image(1, "0.png"), image(2, "b.png"));

        assertThat(folder.read().broken())
                .extracting(BrokenPhoto::reason)
                .containsExactly("has annotations of 0.png, but there are 2 files that fit, such as p/one/0.png and"
                        + " p/two/0.png");
    }
}
