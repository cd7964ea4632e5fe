package io.github.maskwatch.training.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.scene.SceneFolder.Marked;
import io.github.maskwatch.training.scene.annotation.AnnotatedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any boxes. */
class SceneFormatsTest {

    @Provide
    Arbitrary<Marked> marks() {
        // Over the edges and outside, but no centre two photos away: YOLO's reader takes that for pixels.
        Arbitrary<Double> place = Arbitraries.doubles().between(-20, 50).ofScale(2);
        Arbitrary<Double> side = Arbitraries.doubles().between(0, 50).ofScale(2);
        return Combinators.combine(Arbitraries.of(SceneFolder.NAMES), place, place, side, side)
                .as((name, x, y, width, height) -> new Marked(name, new Box(x, y, width, height)));
    }

    /** The same boxes in three kinds of files are the same faces, all of them on the photo. */
    @Property(tries = 30)
    void threeKindsOneMeaning(@ForAll @Size(max = 6) List<@From("marks") Marked> marks) throws IOException {
        Path root = Files.createTempDirectory("scenes");
        try {
            Marked[] boxes = marks.toArray(Marked[]::new);
            SceneFolder coco = new SceneFolder(root.resolve("coco"));
            coco.photo("a.png");
            coco.coco(
                    "a.json",
                    SceneFolder.NAMES,
                    Stream.concat(
                                    Stream.of(SceneFolder.image(1, "a.png")),
                                    marks.stream().map(SceneFormatsTest::entry))
                            .toArray(String[]::new));
            SceneFolder voc = new SceneFolder(root.resolve("voc"));
            voc.photo("a.png");
            voc.voc("a.xml", "a.png", boxes);
            SceneFolder yolo = new SceneFolder(root.resolve("yolo"));
            yolo.photo("a.png");
            yolo.yolo("a.txt", boxes);
            yolo.text("classes.txt", String.join("\n", SceneFolder.NAMES));

            List<LabelledFace> faces = coco.read().scenes().get(0).faces();

            assertSame(voc.read().scenes().get(0).faces(), faces);
            assertSame(yolo.read().scenes().get(0).faces(), faces);
            assertThat(faces)
                    .allSatisfy(face ->
                            assertThat(face.box()).isEqualTo(face.box().clip(SceneFolder.WIDTH, SceneFolder.HEIGHT)));
        } finally {
            delete(root);
        }
    }

    private static String entry(Marked mark) {
        Box box = mark.box();
        return SceneFolder.annotation(
                1,
                SceneFolder.NAMES.indexOf(mark.name()) + 1,
                List.of(box.x(), box.y(), box.width(), box.height()).toString());
    }

    private static void assertSame(List<LabelledFace> faces, List<LabelledFace> others) {
        // A box of one pixel exactly may be there or not, by the last bit of its numbers.
        List<LabelledFace> larger = larger(faces);
        List<LabelledFace> otherLarger = larger(others);
        assertThat(larger).hasSameSizeAs(otherLarger);
        for (int i = 0; i < larger.size(); i++) {
            assertThat(larger.get(i).state()).isEqualTo(otherLarger.get(i).state());
            assertThat(numbers(larger.get(i))).containsExactly(numbers(otherLarger.get(i)), within(1e-4));
        }
    }

    private static List<LabelledFace> larger(List<LabelledFace> faces) {
        return faces.stream().filter(face -> face.box().shorterSide() > 1.001).toList();
    }

    private static double[] numbers(LabelledFace face) {
        return new double[] {
            face.box().x(), face.box().y(), face.box().width(), face.box().height()
        };
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Boxes of a picture that was scaled with any rounding lie where they lay, by shares of its sides. */
    @Property
    void scaledPhotosKeepTheirFaces(
            @ForAll @IntRange(min = 40, max = 6000) int width,
            @ForAll @IntRange(min = 40, max = 6000) int height,
            @ForAll @IntRange(min = 10, max = 300) int percent)
            throws IOException {
        PhotoSize annotated = new PhotoSize(width, height);
        int w = Math.max(1, (int) Math.round(width * percent / 100.0));
        int h = Math.max(1, (int) Math.round(height * percent / 100.0));
        PhotoSize actual = new PhotoSize(w, h);
        Box box = new Box(0.25 * width, 0.5 * height, 0.5 * width, 0.5 * height);

        Box scaled = photo(annotated, box).facesOn(actual).get(0).box();

        assertThat(new double[] {scaled.x() / w, scaled.y() / h, scaled.right() / w, scaled.bottom() / h})
                .containsExactly(new double[] {0.25, 0.5, 0.75, 1}, within(1e-9));
    }

    private static AnnotatedPhoto photo(PhotoSize size, Box box) {
        return new AnnotatedPhoto(
                Path.of("a.png"),
                "a.png",
                null,
                null,
                false,
                AnnotatedPhoto.Units.PIXELS,
                size,
                List.of(new LabelledFace(box, MaskState.WITH_MASK)));
    }
}
