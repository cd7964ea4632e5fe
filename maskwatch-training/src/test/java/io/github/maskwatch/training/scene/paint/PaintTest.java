package io.github.maskwatch.training.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.SceneAugmentation;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaintTest {
    private static final PaintConfig ALWAYS = new PaintConfig(1, 1, 0.5, 1, 1, 1, 8);

    /** A scene of one face drawn on noise; the box may be tiny, flat, or partly or wholly off the picture. */
    @Provide
    Arbitrary<AnnotatedImage> scenes() {
        Arbitrary<Box> boxes = Combinators.combine(
                        Arbitraries.doubles().between(-60, 120),
                        Arbitraries.doubles().between(-60, 100),
                        Arbitraries.doubles().between(0, 90),
                        Arbitraries.doubles().between(0, 90))
                .as(Box::new);
        return Combinators.combine(
                        boxes, Arbitraries.of(MaskState.class), Arbitraries.longs(), Arbitraries.of(true, false))
                .as((box, state, seed, tells) -> scene(box, state, seed, tells));
    }

    /** Noise, and a face on it: an oval with hair, eyes and a mouth. */
    private static AnnotatedImage scene(Box box, MaskState state, long seed, boolean tellsIncorrect) {
        int width = 110;
        int height = 90;
        byte[] rgb = new byte[width * height * 3];
        new SplittableRandom(seed).nextBytes(rgb);
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            double u = (i % width + 0.5 - box.centerX()) / Math.max(1, box.width() / 2);
            double v = (row + 0.5 - box.centerY()) / Math.max(1, box.height() / 2);
            if (u * u + v * v < 1.1) {
                boolean eye = Math.abs(Math.abs(u) - 0.4) < 0.16 && Math.abs(v + 0.25) < 0.07;
                boolean mouth = Math.abs(u) < 0.3 && Math.abs(v - 0.5) < 0.06;
                boolean hair = v < -0.75;
                int color = eye || hair ? 0x302018 : mouth ? 0xa04848 : 0xc89682;
                rgb[3 * i] = (byte) (color >> 16);
                rgb[3 * i + 1] = (byte) (color >> 8);
                rgb[3 * i + 2] = (byte) color;
            }
        }
        return new AnnotatedImage(
                Image.wrap(width, height, rgb), List.of(new LabelledFace(box, state)), tellsIncorrect);
    }

    @Property(tries = 120)
    void isPureAndKeepsBoxes(@ForAll("scenes") AnnotatedImage scene, @ForAll long seed) {
        SceneAugmentation painting = ALWAYS.toAugmentation();
        byte[] before = scene.image().rgb().clone();

        AnnotatedImage painted = painting.apply(scene, new SplittableRandom(seed));

        assertThat(painted).isEqualTo(painting.apply(scene, new SplittableRandom(seed)));
        assertThat(Arrays.equals(before, scene.image().rgb()))
                .as("the picture given is left alone")
                .isTrue();
        assertThat(painted.faces())
                .extracting(LabelledFace::box)
                .containsExactly(scene.faces().get(0).box());
        assertThat(painted.tellsIncorrect()).isEqualTo(scene.tellsIncorrect());
    }

    @Property(tries = 120)
    void paintStaysAboutTheFace(@ForAll("scenes") AnnotatedImage scene, @ForAll long seed) {
        AnnotatedImage painted = ALWAYS.toAugmentation().apply(scene, new SplittableRandom(seed));

        Box area = Layer.area(scene.faces().get(0).box());
        for (int y = 0; y < scene.image().height(); y++) {
            for (int x = 0; x < scene.image().width(); x++) {
                boolean near = x > area.x() - 1 && x < area.right() && y > area.y() - 1 && y < area.bottom();
                if (!near) {
                    assertThat(painted.image().at(x, y)).isEqualTo(scene.image().at(x, y));
                }
            }
        }
    }

    @Property(tries = 100)
    void onlyBareFacesChangeTheirLabel(@ForAll("scenes") AnnotatedImage scene, @ForAll long seed) {
        MaskState before = scene.faces().get(0).state();
        MaskState after = ALWAYS.masks()
                .apply(scene, new SplittableRandom(seed))
                .faces()
                .get(0)
                .state();
        MaskState occluded = ALWAYS.occluders()
                .apply(scene, new SplittableRandom(seed))
                .faces()
                .get(0)
                .state();

        if (before != MaskState.WITHOUT_MASK) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(occluded).isEqualTo(before);
    }

    @Example
    void paintedFacesAreLabelledAsTheMaskIsWorn() {
        AnnotatedImage scene = scene(new Box(30, 20, 40, 50), MaskState.WITHOUT_MASK, 1, true);
        Map<MaskState, Integer> counts = new EnumMap<>(MaskState.class);
        for (int i = 0; i < 200; i++) {
            AnnotatedImage painted =
                    new PaintConfig(0.8, 0, 0.25, 0, 0, 0, 20).masks().apply(scene, new SplittableRandom(i));
            boolean changed = !painted.image().equals(scene.image());
            MaskState state = painted.faces().get(0).state();
            assertThat(changed).isEqualTo(state != MaskState.WITHOUT_MASK);
            counts.merge(state, 1, Integer::sum);
        }

        assertThat(counts.get(MaskState.WITHOUT_MASK)).isBetween(20, 60);
        assertThat(counts.get(MaskState.WORN_INCORRECTLY)).isBetween(20, 60);
    }

    @Example
    void whereTheSceneDoesNotTellTheOtherProbabilityCounts() {
        AnnotatedImage untold = scene(new Box(30, 20, 40, 50), MaskState.WITHOUT_MASK, 1, false);

        assertThat(new PaintConfig(1, 0, 0.5, 0, 0, 0, 20).toAugmentation().apply(untold, new SplittableRandom(1)))
                .isSameAs(untold);
        assertThat(new PaintConfig(0, 1, 0, 0, 0, 0, 20)
                        .toAugmentation()
                        .apply(untold, new SplittableRandom(1))
                        .faces())
                .extracting(LabelledFace::state)
                .containsExactly(MaskState.WITH_MASK);
    }

    @Example
    void leavesAloneWhatCannotBearPaint() {
        LabelledFace small = new LabelledFace(new Box(5, 5, 15, 40), MaskState.WITHOUT_MASK);
        LabelledFace ignored = new LabelledFace(new Box(40, 5, 30, 40), MaskState.WITHOUT_MASK, true);
        LabelledFace outside = new LabelledFace(new Box(90, 40, 50, 40), MaskState.WITHOUT_MASK);
        LabelledFace one = new LabelledFace(new Box(30, 50, 30, 30), MaskState.WITHOUT_MASK);
        LabelledFace other = new LabelledFace(new Box(45, 55, 30, 30), MaskState.WITHOUT_MASK);
        Image image = Image.filled(110, 90, 0x808080);
        AnnotatedImage scene = new AnnotatedImage(image, List.of(small, ignored, outside, one, other), true);

        assertThat(new PaintConfig(1, 1, 0.5, 1, 1, 1, 20).toAugmentation().apply(scene, new SplittableRandom(4)))
                .isSameAs(scene);
    }

    @Example
    void nothingSwitchedOnChangesNothing() {
        AnnotatedImage scene = scene(new Box(30, 20, 40, 50), MaskState.WITHOUT_MASK, 1, true);

        assertThat(PaintConfig.none().toAugmentation().apply(scene, new SplittableRandom(1)))
                .isSameAs(scene);
    }

    @Example
    void masksCoverTheMouthAndLeaveTheEyes() {
        Box box = new Box(25, 10, 60, 72);
        AnnotatedImage scene = scene(box, MaskState.WITHOUT_MASK, 3, true);
        for (Cut cut : Cut.values()) {
            for (int seed = 0; seed < 8; seed++) {
                Image proper = worn(scene, cut, Wear.PROPER, seed);
                assertThat(at(proper, box, 0, 0.35)).as("%s %s", cut, seed).isEqualTo(at(scene.image(), box, 0, 0.35));
                assertThat(at(proper, box, 0, 0.77))
                        .as("%s %s", cut, seed)
                        .isNotEqualTo(at(scene.image(), box, 0, 0.77));

                Image underNose = worn(scene, cut, Wear.UNDER_NOSE, seed);
                assertThat(at(underNose, box, 0, 0.6)).as("%s %s", cut, seed).isEqualTo(at(scene.image(), box, 0, 0.6));
                assertThat(at(underNose, box, 0, 0.8))
                        .as("%s %s", cut, seed)
                        .isNotEqualTo(at(scene.image(), box, 0, 0.8));

                Image onChin = worn(scene, cut, Wear.ON_CHIN, seed);
                assertThat(at(onChin, box, 0, 0.75)).as("%s %s", cut, seed).isEqualTo(at(scene.image(), box, 0, 0.75));
                assertThat(at(onChin, box, 0, 0.98))
                        .as("%s %s", cut, seed)
                        .isNotEqualTo(at(scene.image(), box, 0, 0.98));
            }
        }
    }

    private static Image worn(AnnotatedImage scene, Cut cut, Wear wear, int seed) {
        Pixels pixels = Pixels.copyOf(scene.image());
        SplittableRandom random = new SplittableRandom(seed);
        FacePaint face = FacePaint.about(pixels, scene.faces().get(0).box(), random);
        PaintedMask.paint(face, cut, wear, random);
        face.finish(random);
        return pixels.toImage();
    }

    private static int at(Image image, Box box, double u, double v) {
        return image.at((int) (box.centerX() + u * box.width() / 2), (int) (box.y() + v * box.height()));
    }

    /** The leaning and the turning of a drawn face are found, and noise is not taken for one. */
    @Example
    void poseIsFoundByTheMirrorAxis() {
        Box box = new Box(25, 10, 60, 72);
        Pixels straight =
                Pixels.copyOf(scene(box, MaskState.WITHOUT_MASK, 3, true).image());
        Pose pose = Pose.of(straight, box);
        assertThat(pose.isClear()).isTrue();
        assertThat(pose.roll()).isZero();
        assertThat(pose.yaw()).isCloseTo(0, offset(0.09));

        // The box moved to the left: the face's middle is right of the box's.
        assertThat(Pose.of(straight, box.translate(-10, 0)).yaw()).isGreaterThan(0.2);

        byte[] noise = new byte[110 * 90 * 3];
        new SplittableRandom(1).nextBytes(noise);
        assertThat(Pose.of(Pixels.copyOf(Image.wrap(110, 90, noise)), box).isClear())
                .isFalse();
    }

    @Example
    void facesInProfileGetNoMask() {
        byte[] noise = new byte[110 * 90 * 3];
        new SplittableRandom(1).nextBytes(noise);
        AnnotatedImage scene = new AnnotatedImage(
                Image.wrap(110, 90, noise),
                List.of(new LabelledFace(new Box(30, 20, 40, 50), MaskState.WITHOUT_MASK)),
                true);

        assertThat(ALWAYS.masks().apply(scene, new SplittableRandom(2))).isEqualTo(scene);
    }

    @Example
    void blurAndNoiseAreMeasured() {
        Image noise = scene(new Box(0, 0, 1, 1), MaskState.WITH_MASK, 5, true).image();
        Box middle = new Box(20, 15, 70, 60);
        Grain sharp = Grain.about(Pixels.copyOf(noise), middle);
        Grain blurred = Grain.about(Pixels.copyOf(noise.resize(22, 18).resize(110, 90)), middle);

        assertThat(sharp.blurSigma()).isLessThan(0.6);
        assertThat(blurred.blurSigma()).isGreaterThan(1);
        assertThat(blurred.noise()).isLessThan(sharp.noise());
        assertThat(Grain.about(Pixels.copyOf(Image.filled(40, 40, 0x808080)), middle)
                        .noise())
                .isZero();
    }

    /** A white thing is as bright as the photo allows, not brighter; a face lit from one side stays so. */
    @Example
    void lightFollowsThePhoto() {
        Box box = new Box(10, 10, 80, 70);
        byte[] rgb = new byte[110 * 90 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (40 + i / 3 % 110);
        }
        Light light = Light.about(Pixels.copyOf(Image.wrap(110, 90, rgb)), box);

        assertThat(light.gain(80, 45)).isGreaterThan(1.1);
        assertThat(light.gain(20, 45)).isLessThan(0.9);
        assertThat((double) light.red()).isBetween(100.0, 200.0);
    }

    @Example
    void theSheetShowsEveryKind() {
        List<AnnotatedImage> scenes = new ArrayList<>();
        for (MaskState state : MaskState.values()) {
            scenes.add(scene(new Box(30, 20, 40, 50), state, 1, true));
        }
        BufferedImage sheet = PaintSheet.draw(scenes, 20, new SplittableRandom(1));

        int rows = Cut.values().length + Wear.values().length - 1 + Thing.values().length + Above.values().length + 1;
        assertThat(sheet.getHeight() % rows).isZero();
        assertThat(PaintSheet.draw(List.of(), 20, new SplittableRandom(1)).getHeight())
                .isEqualTo(sheet.getHeight());
    }

    @Example
    void defaultsAndLimits() {
        assertThat(PaintConfig.defaults()).isEqualTo(new PaintConfig(0.25, 0.12, 0.5, 0.15, 0.06, 0.15, 20));
        assertThatThrownBy(() -> new PaintConfig(1.2, 0, 0, 0, 0, 0, 20)).hasMessage("mask must be in 0..1, got 1.2");
        assertThatThrownBy(() -> new PaintConfig(0, 0, 0, 0, 0, 0, 3))
                .hasMessage("minSide must be at least 8 px, got 3.0");
    }
}
