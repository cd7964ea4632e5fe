package io.github.maskwatch.training.scene.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.batch.Sample;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.SceneTarget;
import io.github.maskwatch.training.scene.TargetFace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneSamplesTest {
    private static final List<MaskState> STATES = List.of(MaskState.values());
    private static final int SIDE = 96;
    private static final int WHITE = 0xffffff;
    /** A frame's padding and a photo's background are darker than this, a face is brighter. */
    private static final int BRIGHT = 180;

    private final List<Scene> scenes = new ArrayList<>();

    @TempDir
    Path folder;

    /** Dark photos with white faces. */
    @BeforeEach
    void photos() throws IOException {
        for (int i = 0; i < 5; i++) {
            BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(new Color(60, 40, 20 * i));
            graphics.fillRect(0, 0, 160, 120);
            graphics.setColor(new Color(WHITE));
            List<LabelledFace> faces = new ArrayList<>();
            for (int f = 0; f <= i % 3; f++) {
                Box box = new Box(10 + 50 * f, 20 + 10 * i, 30, 36);
                graphics.fillRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
                faces.add(new LabelledFace(box, STATES.get((i + f) % 3)));
            }
            graphics.dispose();
            Path photo = folder.resolve(i + ".png");
            ImageIO.write(image, "png", photo.toFile());
            scenes.add(new Scene(photo, 160, 120, "drawn", faces, i % 2 == 0));
        }
    }

    private SceneSamples samples(CompositionConfig config) {
        return new SceneSamples(
                scenes,
                new SceneStore(new PhotoReader(), 1 << 20),
                config,
                new InputFormat(SIDE, SIDE, ColorMode.RGB),
                (image, random) -> image);
    }

    private static CompositionConfig plain(double mosaic) {
        return new CompositionConfig(
                mosaic,
                12,
                60,
                0.2,
                0,
                0,
                0,
                0,
                io.github.maskwatch.training.augment.AugmentationConfig.Color.NONE,
                new io.github.maskwatch.training.augment.AugmentationConfig.Damage(0, 100, 0));
    }

    @Test
    void theSameSeedGivesTheSameSquare() throws IOException {
        SceneSamples samples = samples(CompositionConfig.defaults());
        for (int i = 0; i < 20; i++) {
            Sample<SceneTarget> one = samples.sample(i % 5, i);
            Sample<SceneTarget> other = samples(CompositionConfig.defaults()).sample(i % 5, i);
            assertThat(other.picture().rgb()).isEqualTo(one.picture().rgb());
            assertThat(other.example()).isEqualTo(one.example());
        }
    }

    @Test
    void boxesLieWhereTheFacesAre() throws IOException {
        for (double mosaic : new double[] {0, 1}) {
            SceneSamples samples = samples(plain(mosaic));
            int seen = 0;
            for (int i = 0; i < 60; i++) {
                Sample<SceneTarget> sample = samples.sample(i % 5, 1000L + i);
                for (TargetFace face : sample.example().faces()) {
                    Box box = face.box();
                    assertThat(box.x()).isGreaterThanOrEqualTo(0);
                    assertThat(box.right()).isLessThanOrEqualTo(SIDE);
                    assertThat(box.bottom()).isLessThanOrEqualTo(SIDE);
                    if (!face.ignored()) {
                        assertThat(luma(sample.picture(), box.centerX(), box.centerY()))
                                .isGreaterThan(BRIGHT);
                        seen++;
                    }
                }
                assertThat(brightShare(sample))
                        .as("bright pixels outside of all boxes, square " + i)
                        .isLessThan(0.02);
            }
            assertThat(seen).isGreaterThan(50);
        }
    }

    private static int luma(Image image, double x, double y) {
        return image.rgb()[(((int) y) * SIDE + ((int) x)) * 3 + 1] & 0xff;
    }

    private static double brightShare(Sample<SceneTarget> sample) {
        int bright = 0;
        for (int p = 0; p < SIDE * SIDE; p++) {
            int row = p / SIDE;
            double x = p % SIDE + 0.5;
            double y = row + 0.5;
            boolean inside = sample.example().faces().stream()
                    .map(f -> f.box().grow(1.15))
                    .anyMatch(b -> x >= b.x() - 1 && x < b.right() + 1 && y >= b.y() - 1 && y < b.bottom() + 1);
            bright += !inside && luma(sample.picture(), x, y) > BRIGHT ? 1 : 0;
        }
        return (double) bright / (SIDE * SIDE);
    }

    @Test
    void labelsOfSourcesWithoutTheThirdClassStayAmbiguous() throws IOException {
        SceneSamples samples = samples(plain(0));
        boolean ambiguous = false;
        boolean certain = false;
        for (int i = 0; i < 60; i++) {
            for (TargetFace face : samples.sample(i % 5, i).example().faces()) {
                assertThat(face.ambiguous() && face.state() != MaskState.WITHOUT_MASK)
                        .isFalse();
                ambiguous |= face.ambiguous();
                certain |= !face.ambiguous() && face.state() == MaskState.WITHOUT_MASK;
            }
        }
        assertThat(ambiguous).isTrue();
        assertThat(certain).isTrue();
    }

    @Test
    void aPhotoThatVanishesIsReplacedAndNamed() throws IOException {
        Files.delete(folder.resolve("2.png"));
        SceneSamples samples = samples(CompositionConfig.defaults());
        for (int i = 0; i < 10; i++) {
            assertThat(samples.sample(2, i).picture().width()).isEqualTo(SIDE);
        }
        assertThat(samples.broken()).hasSize(1);
    }

    @Property(tries = 300)
    void aCutStaysOnThePhotoAndInItsArea(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 700) int width,
            @ForAll @IntRange(min = 20, max = 700) int height,
            @ForAll @IntRange(min = 24, max = 320) int areaWidth,
            @ForAll @IntRange(min = 24, max = 320) int areaHeight) {
        SplittableRandom random = new SplittableRandom(seed);
        double side = 4 + random.nextDouble() * (Math.min(width, height) - 4);
        Box face = new Box(random.nextDouble() * (width - side), random.nextDouble() * (height - side), side, side);
        AnnotatedImage photo = new AnnotatedImage(
                Image.filled(width, height, 0), List.of(new LabelledFace(face, MaskState.WITH_MASK)), true);

        Cut cut = Cut.random(photo, areaWidth, areaHeight, 9, 280, random);

        assertThat(cut.left()).isBetween(0, width - 1);
        assertThat(cut.left() + cut.width()).isBetween(1, width);
        assertThat(cut.top() + cut.height()).isBetween(1, height);
        assertThat(cut.x()).isBetween(0, areaWidth - 1);
        assertThat(cut.x() + cut.scaledWidth()).isBetween(1, areaWidth);
        assertThat(cut.y() + cut.scaledHeight()).isBetween(1, areaHeight);
        Image pixels = cut.pixels(photo.image());
        assertThat(pixels.width()).isEqualTo(cut.scaledWidth());
        assertThat(pixels.height()).isEqualTo(cut.scaledHeight());
    }
}
