package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitShares;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YoloScenesTest {
    private static final String CLASSES = "with_mask\nwithout_mask\nmask_weared_incorrect\n";

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

    private List<String> names(SceneDataset dataset, Split split) {
        return dataset.scenes(split).stream()
                .map(scene -> root.toAbsolutePath()
                        .relativize(scene.photo())
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }

    private static void assertBox(LabelledFace face, MaskState state, double x, double y, double width, double height) {
        Box box = face.box();
        assertThat(face.state()).isEqualTo(state);
        assertThat(new double[] {box.x(), box.y(), box.width(), box.height()})
                .containsExactly(new double[] {x, y, width, height}, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "images/a.png, labels/a.txt, classes.txt",
        "images/a.png, labels/a.txt, labels/classes.txt",
        "a.png, a.txt, obj.names",
        "obj_train_data/a.png, obj_train_data/a.txt, obj.names",
        "photos/images/a.png, photos/labels/a.txt, photos/classes.txt"
    })
    void readsTheUsualLayouts(String photo, String label, String classes) throws IOException {
        folder.yoloScene(photo, label);
        folder.text(classes, CLASSES);

        SceneSet set = folder.read();

        assertThat(set.description()).endsWith(", YOLO text");
        assertThat(set.scenes()).singleElement().satisfies(scene -> {
            assertThat(scene.photo()).isEqualTo(root.toAbsolutePath().resolve(photo));
            assertThat(scene.tellsIncorrect()).isTrue();
            assertBox(scene.faces().get(0), MaskState.WITH_MASK, 5, 5, 12, 14);
            assertBox(scene.faces().get(1), MaskState.WITHOUT_MASK, 30, 10, 20, 20);
        });
        assertThat(set.broken()).isEmpty();
        assertThat(set.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: [with_mask, without_mask]\nnc: 2",
                "names:\n  0: with_mask\n  1: without_mask",
                "names:\n- 'With Mask'\n- no-mask",
                "names: {1: without_mask, 0: mask}"
            })
    void readsTheNamesOfYaml(String yaml) throws IOException {
        folder.yoloScene("images/a.png", "labels/a.txt");
        folder.text("data.yaml", yaml);

        assertThat(folder.read().scenes().get(0).faces())
                .extracting(LabelledFace::state)
                .containsExactly(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
    }

    @ParameterizedTest
    @CsvSource({
        "images/train, images/val, .",
        "images/train/, ./images/val, ''",
        "../images/train, ../images/val, ''",
        "/content/drive/My Drive/set/images/train, /content/drive/My Drive/set/images/val, ''",
        "images/train, images/val, ../datasets/masks",
        "[images/train], [images/val], .",
        "lists/a.txt, lists/b.txt, ."
    })
    void keepsTheSplitOfYaml(String train, String val, String path) throws IOException {
        folder.yoloScene("images/train/a.png", "labels/train/a.txt");
        folder.yoloScene("images/val/b.png", "labels/val/b.txt");
        folder.yoloScene("images/more/c.png", "labels/more/c.txt");
        folder.text("lists/a.txt", "../images/train/a.png\n/gone/d.png");
        folder.text("lists/b.txt", "./images/val/b.png\n");
        folder.text(
                "data.yaml",
                (path.isEmpty() ? "" : "path: " + path + "\n") + "train: " + train + "\nval: " + val
                        + "\ntest:\nnames: [with_mask, without_mask]\n");

        SceneDataset dataset = folder.open();

        assertThat(names(dataset, Split.TRAIN)).containsExactly("images/train/a.png");
        assertThat(names(dataset, Split.VALIDATION)).containsExactly("images/val/b.png");
        assertThat(dataset.warnings())
                .containsExactly(
                        "left out 1 scenes that are neither in train, val nor test, such as images/more/c.png");
        if (train.startsWith("lists")) {
            assertThat(dataset.broken())
                    .singleElement()
                    .asString()
                    .endsWith(
                            "a.txt: lists 1 photo that cannot be found, such as /gone/d.png, but there is no such photo");
        }
    }

    @Test
    void saysWhichPlaceNamesNothingAndWhichScenesAreInNoSplit() throws IOException {
        folder.yoloScene("images/train/a.png", "labels/train/a.txt");
        folder.yoloScene("images/val/b.png", "labels/val/b.txt");
        folder.yoloScene("images/val/c.png", "labels/val/c.txt");
        folder.text("data.yaml", "train: images/train\nval: images/vall\nnames: [with_mask, without_mask]\n");
        String place = "data.yaml names \"images/vall\" for val, but there is no photo";
        String strays = "left out 2 scenes that are neither in train, val nor test, such as images/val/b.png";

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.warnings()).containsExactly(place, strays);
        assertThatThrownBy(() -> SceneSet.openForChoosing(
                        root, null, SceneDatasetConfig.defaults(), new PhotoReader(), Dataset.Progress.none()))
                .hasMessage(root + ": no scenes for val, only for train; " + place + "; " + strays);
    }

    @ParameterizedTest
    @CsvSource({
        "%s/images/a.png, %s/labels/a.txt, train, valid",
        "images/%s/a.png, labels/%s/a.txt, train2017, val2017",
        "%s/a.png, %s/a.txt, train, validation"
    })
    void keepsTheSplitOfFolders(String photo, String label, String train, String val) throws IOException {
        folder.text("classes.txt", CLASSES);
        for (String split : List.of(train, val)) {
            folder.yoloScene(photo.replace("%s", split), label.replace("%s", split));
        }

        SceneDataset dataset = folder.open();

        assertThat(names(dataset, Split.TRAIN)).containsExactly(photo.replace("%s", train));
        assertThat(names(dataset, Split.VALIDATION)).containsExactly(photo.replace("%s", val));
    }

    @ParameterizedTest
    @ValueSource(strings = {"obj.data", "none"})
    void keepsTheSplitOfDarknet(String data) throws IOException {
        for (String name : List.of("a", "b", "c")) {
            folder.yoloScene("data/obj/" + name + ".png", "data/obj/" + name + ".txt");
        }
        folder.text("data/obj.names", CLASSES);
        folder.text("data/train.txt", "data/obj/a.png\ndata/obj/b.png");
        folder.text("data/valid.txt", "data/obj/c.png");
        if (data.equals("obj.data")) {
            folder.text(
                    "data/obj.data",
                    "classes = 3\ntrain  = data/train.txt\nvalid = data/valid.txt\n"
                            + "names = data/obj.names\nbackup = backup/");
        }

        SceneDataset dataset = folder.open();

        assertThat(names(dataset, Split.TRAIN)).containsExactly("data/obj/a.png", "data/obj/b.png");
        assertThat(names(dataset, Split.VALIDATION)).containsExactly("data/obj/c.png");
    }

    @Test
    void readsOutlinesConfidencesAndPhotosWithoutAFace() throws IOException {
        folder.text("classes.txt", CLASSES);
        folder.photo("a.png");
        folder.text("a.txt", "\ufeff2 0.1 0.25 0.5 0.25 0.5 0.75 0.1 0.5\r\n\r\n0 0.5 0.5 0.2 0.2 0.93\r\n");
        folder.photo("empty.png");
        folder.text("empty.txt", "");
        folder.photo("bare.png");
        folder.photo("elsewhere/preview.png");

        SceneSet set = folder.read();

        assertThat(set.scenes())
                .extracting(scene ->
                        scene.photo().getFileName() + " " + scene.faces().size())
                .containsExactly("a.png 2", "bare.png 0", "empty.png 0");
        assertBox(set.scenes().get(0).faces().get(0), MaskState.WORN_INCORRECTLY, 6, 10, 24, 20);
        assertBox(set.scenes().get(0).faces().get(1), MaskState.WITH_MASK, 24, 16, 12, 8);
        assertThat(set.warnings())
                .containsExactly(
                        "took 1 photo without a label file for photos without a face, such as bare.png",
                        "left out 1 photo without annotations, such as elsewhere/preview.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // yolov5-face
                "0.45 0.4 0.55 0.4 0.5 0.5 0.46 0.6 0.54 0.6 | 0.65 0.2 0.75 0.2 -1 -1 0.66 0.3 0.74 0.3",
                // with how visible each is
                "0.45 0.4 2 0.55 0.4 1 0.5 0.5 2 0.46 0.6 2 0.54 0.6 2 | 0.65 0.2 2 0.75 0.2 2 0 0 0 0 0 0 0 0 0",
                // that the box does not hold, though most are in theirs
                "0.45 0.4 0.55 0.4 0.5 0.5 0.46 0.6 0.99 0.99 |"
                        + " 0.65 0.2 0.75 0.2 0.7 0.25 0.66 0.3 0.74 0.3; 0 0.2 0.2 0.1 0.1 0.2 0.2 0.2 0.2 0.2 0.2 0.2"
                        + " 0.2 0.2 0.2"
            })
    void readsTheBoxesInFrontOfLandmarks(String ofMasked, String ofBare) throws IOException {
        folder.text("classes.txt", CLASSES);
        folder.photo("a.png");
        folder.photo("b.png");
        folder.text("a.txt", "0 0.5 0.5 0.2 0.4 " + ofMasked);
        folder.text("b.txt", "0 0.5 0.5 0.1 0.1\n1 0.7 0.25 0.2 0.3 " + ofBare.replace(';', '\n'));

        SceneSet set = folder.read();

        assertBox(set.scenes().get(0).faces().get(0), MaskState.WITH_MASK, 24, 12, 12, 16);
        assertBox(set.scenes().get(1).faces().get(1), MaskState.WITHOUT_MASK, 36, 4, 12, 12);
        assertThat(set.broken()).isEmpty();
        assertThat(set.warnings())
                .singleElement()
                .asString()
                .matches("took lines of (15|20) numbers for boxes with landmarks, .* says it for sure");
    }

    @Test
    void theShapeOfLandmarksCountsMoreThanTheirPlace() throws IOException {
        folder.text("data.yaml", "names: [with_mask, without_mask]\nkpt_shape: [2, 2]\n");
        folder.photo("a.png");
        folder.text("a.txt", "0 0.5 0.5 0.2 0.4 0.4 0.4 0.9 0.9\n1 0.2 0.25 0.2 0.3");
        folder.photo("bad.png");
        folder.text("bad.txt", "0 0.5 0.5 0.2 0.4 0.5 0.5 0.5 0.5 0.5 0.5");

        SceneSet set = folder.read();

        assertBox(set.scenes().get(0).faces().get(0), MaskState.WITH_MASK, 24, 12, 12, 16);
        assertBox(set.scenes().get(0).faces().get(1), MaskState.WITHOUT_MASK, 6, 4, 12, 12);
        assertThat(set.broken())
                .singleElement()
                .asString()
                .endsWith("wanted: class centerX centerY width height, and 4 numbers of landmarks");
        assertThat(set.warnings()).isEmpty();
    }

    /** Small outlines in the middle lie in the box that their first two vertices would be. */
    @ParameterizedTest
    @CsvSource({"4, 0", "4, 0.8", "3, 0.3", "7, 0.5", "12, 0.1"})
    void outlinesOfAsManyVerticesEachStayOutlines(int vertices, double turn) throws IOException {
        folder.text("classes.txt", CLASSES);
        folder.photo("a.png");
        StringBuilder lines = new StringBuilder();
        for (double x = 0.2; x < 0.9; x += 0.1) {
            lines.append("\n1");
            for (int i = 0; i < vertices; i++) {
                double angle = turn + 2 * Math.PI * i / vertices;
                lines.append(" ").append(x + 0.05 * Math.cos(angle)).append(" ").append(0.5 + 0.1 * Math.sin(angle));
            }
        }
        folder.text("a.txt", lines.toString());

        SceneSet set = folder.read();

        assertThat(set.scenes().get(0).faces())
                .hasSize(8)
                .allMatch(face -> face.box().width() <= 6.01);
        assertThat(set.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0.5 0.5 0.2 | has the line \"0 0.5 0.5 0.2\"; wanted: class centerX centerY width height",
                "mask 0.5 0.5 0.2 0.2 | has the line \"mask 0.5",
                "0 0.5 NaN 0.2 0.2 | has the line",
                "0 0.1 0.1 0.5 0.5 0.2 0.2 0.3 | has the line",
                "0 30 20 10 10 | seems to count pixels; wanted: shares of the photo's sides, 0 to 1",
                "3 0.5 0.5 0.2 0.2 | has a box of class 3, but the classes are 0 to 2, with_mask, without_mask",
                "-1 0.5 0.5 0.2 0.2 | has a box of class -1",
                "0.5 0.5 0.5 0.2 0.2 | has a box of class 0.5"
            })
    void badLinesMakeAPhotoBroken(String line, String reason) throws IOException {
        folder.text("classes.txt", CLASSES);
        folder.yoloScene("good.png", "good.txt");
        folder.photo("bad.png");
        folder.text("bad.txt", "0 0.5 0.5 0.2 0.2\n" + line);

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken()).singleElement().asString().contains("bad.png: its label file bad.txt", reason);
    }

    @Test
    void refusesNamesThatAreMissingOrContradictEachOther() {
        folder.yoloScene("images/a.png", "labels/a.txt");
        assertRefused("no file here names them; wanted: data.yaml with names");
        folder.text("data.yaml", "names: [with_mask\nval: {");
        assertRefused("data.yaml: is no YAML (");
        folder.text("data.yaml", "train: images");
        folder.text("classes.txt", "mask\nno_mask");
        folder.text("labels/classes.txt", "no_mask\nmask");
        assertRefused("the files that name them differ", "classes.txt", "keep one of them");
    }

    @Test
    void givenNamesCountMost() throws IOException {
        folder.yoloScene("images/a.png", "labels/a.txt");
        folder.text("classes.txt", "cat\ndog");
        SceneDatasetConfig config =
                new SceneDatasetConfig(new SplitShares(0.1, 0.1, 1), List.of(), List.of("face_mask", "face"));

        SceneSet set = SceneSet.open(root, null, null, config, new PhotoReader(), Dataset.Progress.none());

        assertThat(set.scenes().get(0).faces())
                .extracting(LabelledFace::state)
                .containsExactly(MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
        assertThat(set.scenes().get(0).tellsIncorrect()).isFalse();
        assertRefused("classes that are not known: \"cat\", \"dog\"");
    }
}
