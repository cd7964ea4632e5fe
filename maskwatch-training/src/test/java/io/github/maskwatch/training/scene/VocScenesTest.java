package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.scene.SceneFolder.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocScenesTest {
    @TempDir
    Path root;

    private SceneFolder folder = new SceneFolder(Path.of("."));

    @BeforeEach
    void drawn() {
        folder = new SceneFolder(root);
    }

    private List<String> names(SceneDataset dataset, Split split) {
        return dataset.scenes(split).stream()
                .map(scene -> root.toAbsolutePath()
                        .relativize(scene.photo())
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, a.xml",
        "images/a.png, annotations/a.xml",
        "images/a.png, Annotations/a.xml",
        "JPEGImages/a.png, Annotations/a.xml",
        "VOC2007/JPEGImages/a.png, VOC2007/Annotations/a.xml",
        "photos/a.png, photos/xml/a.xml"
    })
    void readsTheUsualLayouts(String photo, String annotation) throws IOException {
        folder.vocScene(photo, annotation);

        SceneSet set = folder.read();

        assertThat(set.description()).endsWith(", Pascal VOC");
        assertThat(set.scenes()).singleElement().satisfies(scene -> {
            assertThat(scene.photo()).isEqualTo(root.toAbsolutePath().resolve(photo));
            assertThat(scene.faces())
                    .containsExactly(
                            new LabelledFace(new Box(5, 5, 12, 14), MaskState.WITH_MASK),
                            new LabelledFace(new Box(30, 10, 20, 20), MaskState.WITHOUT_MASK));
            assertThat(scene.tellsIncorrect()).isFalse();
        });
        assertThat(set.broken()).isEmpty();
        assertThat(set.warnings()).isEmpty();
    }

    @Test
    void difficultBoxesAreIgnoredAndPartsAreNoObjects() throws IOException {
        folder.photo("a.png");
        folder.text("a.xml", """
                <annotation><filename>a.png</filename><object><name>mask_weared_incorrect</name><difficult>1</difficult>
                <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
                <bndbox><xmin>5.5</xmin><ymin>6</ymin><xmax>15</xmax><ymax>16</ymax></bndbox></object></annotation>
                """);

        Scene scene = folder.read().scenes().get(0);

        assertThat(scene.faces())
                .containsExactly(new LabelledFace(new Box(5.5, 6, 9.5, 10), MaskState.WORN_INCORRECTLY, true));
        assertThat(scene.tellsIncorrect()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true", "2, true", "1.0, true", "true, true", "True, true", "' 1 ', true",
        "0, false", "0.0, false", "'', false", "false, false", "FALSE, false", "Unspecified, false"
    })
    void difficultIsSaidInManyWays(String text, boolean difficult) throws IOException {
        folder.photo("a.png");
        folder.text("a.xml", """
                <annotation><filename>a.png</filename><object><name>mask</name><difficult>%s</difficult>
                <bndbox><xmin>5</xmin><ymin>6</ymin><xmax>15</xmax><ymax>16</ymax></bndbox></object></annotation>
                """.formatted(text));

        assertThat(folder.read().scenes().get(0).faces())
                .containsExactly(new LabelledFace(new Box(5, 6, 10, 10), MaskState.WITH_MASK, difficult));
    }

    @Test
    void aRenamedAnnotationNamesItsPhoto() throws IOException {
        folder.photo("images/photo.png");
        folder.voc("annotations/other.xml", "photo.png", Marked.of("mask", 5, 5, 10, 10));

        assertThat(folder.read().scenes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "%s/a.png, %s/a.xml, train, valid",
        "%s/images/a.png, %s/annotations/a.xml, train, val",
        "images/%s/a.png, annotations/%s/a.xml, train, validation"
    })
    void keepsTheSplitOfFolders(String photo, String annotation, String train, String val) throws IOException {
        for (String split : List.of(train, val)) {
            folder.vocScene(photo.replace("%s", split), annotation.replace("%s", split));
        }

        SceneDataset dataset = folder.open();

        assertThat(names(dataset, Split.TRAIN)).containsExactly(photo.replace("%s", train));
        assertThat(names(dataset, Split.VALIDATION)).containsExactly(photo.replace("%s", val));
    }

    @Test
    void keepsTheSplitOfTheDevelopmentKit() throws IOException {
        for (int i = 0; i < 6; i++) {
            folder.vocScene("VOC2007/JPEGImages/00" + i + ".png", "VOC2007/Annotations/00" + i + ".xml");
        }
        folder.text("VOC2007/ImageSets/Main/train.txt", "000\n001\n");
        folder.text("VOC2007/ImageSets/Main/val.txt", "002  1\r\n");
        folder.text("VOC2007/ImageSets/Main/trainval.txt", "000\n001\n002\n");
        folder.text("VOC2007/ImageSets/Main/test.txt", "003\n004");
        folder.text("VOC2007/ImageSets/Main/face_train.txt", "005 -1");

        SceneDataset dataset = folder.open();

        assertThat(names(dataset, Split.TRAIN))
                .containsExactly("VOC2007/JPEGImages/000.png", "VOC2007/JPEGImages/001.png");
        assertThat(names(dataset, Split.VALIDATION)).containsExactly("VOC2007/JPEGImages/002.png");
        assertThat(names(dataset, Split.TEST)).hasSize(2);
        assertThat(dataset.warnings())
                .containsExactly("left out 1 photo that no list in ImageSets/Main names, such as that of"
                        + " VOC2007/Annotations/005.xml");
    }

    @Test
    void takesAValidationSetOutOfTrainval() throws IOException {
        for (int i = 0; i < 12; i++) {
            folder.vocScene("JPEGImages/" + i + ".png", "Annotations/" + i + ".xml");
        }
        folder.text("ImageSets/Main/trainval.txt", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9");
        folder.text("ImageSets/Main/test.txt", "10\n11");

        SceneDataset dataset = folder.open();

        assertThat(dataset.splitSentence()).contains("Took a validation set out of train/");
        assertThat(dataset.scenes(Split.VALIDATION)).hasSize(1);
        assertThat(dataset.scenes(Split.TEST)).hasSize(2);
    }

    @Test
    void brokenAnnotationsAreNamedWithTheirPhotos() throws IOException {
        folder.vocScene("good.png", "good.xml");
        for (String name : List.of("cut", "huge", "noname", "nobox", "notanumber")) {
            folder.photo(name + ".png");
        }
        folder.text("cut.xml", "<annotation><object>");
        folder.text("huge.xml", """
                <annotation><object><name>mask</name><bndbox><xmin>-1.7e308</xmin><ymin>1</ymin><xmax>1.7e308</xmax>
                <ymax>9</ymax></bndbox></object></annotation>
                """);
        folder.text("noname.xml", "<annotation><object><bndbox/></object></annotation>");
        folder.text("nobox.xml", "<annotation><object><name>mask</name></object></annotation>");
        folder.text(
                "notanumber.xml",
                "<annotation><object><name>mask</name><bndbox><xmin>left</xmin></bndbox></object></annotation>");
        folder.voc("lost.xml", "nowhere.png");
        folder.text("pom.xml", "<project/>");
        folder.text("cvat.xml", "<annotations><image/></annotations>");

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken())
                .extracting(problem -> problem.photo().getFileName() + " " + problem.reason())
                .containsExactly(
                        "cut.png its annotation cut.xml is cut off or no XML (line 1)",
                        "huge.png its annotation huge.xml has a box of x -1.7E308, y 1.0, width Infinity, height 8.0;"
                                + " wanted: numbers of at most 10,000,000 px",
                        "lost.xml is an annotation, but there is no such photo",
                        "nobox.png its annotation nobox.xml has an object whose xmin is missing",
                        "noname.png its annotation noname.xml has an object without a name",
                        "notanumber.png its annotation notanumber.xml has an object whose xmin is \"left\", wanted: a number");
        assertThat(set.warnings()).isEmpty();
    }

    @Test
    void refusesASetThatIsBrokenAsAWhole() {
        folder.photo("a.png");
        folder.text("a.xml", "<annotation>");

        assertThatThrownBy(folder::read)
                .isInstanceOf(IOException.class)
                .hasMessage(root
                        + ": none of its 1 .xml file can be read, such as a.xml, which is cut off or no XML (line 1)");
    }

    @Test
    void refusesUnknownClasses() {
        folder.photo("a.png");
        folder.voc("a.xml", "a.png", Marked.of("hat", 5, 5, 10, 10));

        assertThatThrownBy(folder::read).hasMessageContaining("boxes of a class that is not known: \"hat\"");
    }

    /** Neither the file that an entity names nor the bomb that entities can be is unfolded. */
    @Test
    void readsNoExternalEntities() throws IOException {
        Files.writeString(root.resolve("secret.txt"), "mask");
        folder.vocScene("good.png", "good.xml");
        folder.photo("evil.png");
        folder.text("evil.xml", """
                <!DOCTYPE annotation [<!ENTITY stolen SYSTEM "%s">]>
                <annotation><object><name>&stolen;</name>
                <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>
                """.formatted(root.resolve("secret.txt").toUri()));

        SceneSet set = folder.read();

        assertThat(set.scenes()).hasSize(1);
        assertThat(set.broken()).singleElement().asString().contains("evil.xml");
    }

    @Test
    void sizesOfZeroAreNoSizes() throws IOException {
        folder.photo("a.png");
        folder.text("a.xml", SceneFolder.voc("a.png", 0, 0, Marked.of("mask", 5, 5, 10, 10)));

        assertThat(Stream.of(folder.read().scenes().get(0)).map(Scene::width)).containsExactly(60);
    }
}
