package io.github.maskwatch.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.augment.AugmentationConfig.Color;
import io.github.maskwatch.training.augment.AugmentationConfig.Damage;
import io.github.maskwatch.training.augment.AugmentationConfig.Geometry;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AugmentationTest {
    private static final AugmentationConfig EVERYTHING = new AugmentationConfig(
            new Geometry(20, 10, 0.2, 0.2, 0.3, true), new Color(0.2, 0.3, 0.5, 0.2), new Damage(2, 20, 0.3));

    @Provide
    Arbitrary<Image> images() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.longs())
                .as(AugmentationTest::noise);
    }

    static Image noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * 3];
        new SplittableRandom(seed).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }

    @Property(tries = 100)
    void nothingSwitchedOnChangesNothing(@ForAll("images") Image image, @ForAll long seed) {
        assertThat(AugmentationConfig.none().toAugmentation().apply(image, new SplittableRandom(seed)))
                .isSameAs(image);
    }

    @Property(tries = 100)
    void sameSeedSameBytesAndSameSize(@ForAll("images") Image image, @ForAll long seed) {
        Augmentation augmentation = EVERYTHING.toAugmentation();
        Image before = Image.wrap(image.width(), image.height(), image.rgb().clone());

        Image changed = augmentation.apply(image, new SplittableRandom(seed));

        assertThat(changed).isEqualTo(augmentation.apply(image, new SplittableRandom(seed)));
        assertThat(List.of(changed.width(), changed.height())).containsExactly(image.width(), image.height());
        assertThat(image).as("the picture given").isEqualTo(before);
    }

    /** Whatever is moved, blurred or compressed: an even picture stays one. */
    @Property(tries = 100)
    void evenPicturesStayEven(@ForAll @IntRange(max = 255) int grey, @ForAll long seed) {
        Image even = Image.filled(17, 23, grey << 16 | grey << 8 | grey);
        Augmentation moved = new RandomWarp(EVERYTHING.geometry());

        assertThat(moved.apply(even, new SplittableRandom(seed))).isEqualTo(even);
        assertThat(RandomBlur.blur(even, 1.7)).isEqualTo(even);
        assertThat(JpegDamage.apply(even, 100)).isEqualTo(even);
    }

    @Property(tries = 100)
    void mirrorIsTheVeryMirror(@ForAll("images") Image image) {
        assertThat(Affine.zoom(-1, 1).warp(image)).isEqualTo(image.mirror());
        assertThat(Affine.IDENTITY.warp(image)).isEqualTo(image);
    }

    @Property(tries = 100)
    void shiftByWholePixelsMovesPixels(
            @ForAll("images") Image image,
            @ForAll @IntRange(min = -5, max = 5) int dx,
            @ForAll @IntRange(max = 5) int dy) {
        Image moved = Affine.shift(dx, dy).warp(image);

        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int fromX = Math.min(Math.max(x + dx, 0), image.width() - 1);
                assertThat(moved.at(x, y)).isEqualTo(image.at(fromX, Math.min(y + dy, image.height() - 1)));
            }
        }
    }

    /** The kernel against a slow twin in floating point. */
    @Property(tries = 60)
    void warpIsBilinear(
            @ForAll("images") Image image,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll @DoubleRange(min = 0.3, max = 2) double zoom) {
        Affine map = Affine.zoom(zoom, 1).then(Affine.rotation(degrees)).then(Affine.shift(0.3, -1.7));
        Image warped = map.warp(image);
        double middleX = (image.width() - 1) / 2.0;
        double middleY = (image.height() - 1) / 2.0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                double sx = map.a() * (x - middleX) + map.b() * (y - middleY) + middleX + map.c();
                double sy = map.d() * (x - middleX) + map.e() * (y - middleY) + middleY + map.f();
                assertThat(warped.at(x, y) >> 8 & 0xff)
                        .isCloseTo((int) Math.round(green(image, sx, sy)), org.assertj.core.data.Offset.offset(4));
            }
        }
    }

    private static double green(Image image, double x, double y) {
        double cx = Math.min(Math.max(x, 0), image.width() - 1);
        double cy = Math.min(Math.max(y, 0), image.height() - 1);
        int left = (int) cx;
        int top = (int) cy;
        int right = Math.min(left + 1, image.width() - 1);
        int bottom = Math.min(top + 1, image.height() - 1);
        double wx = cx - left;
        double wy = cy - top;
        return (1 - wy) * ((1 - wx) * (image.at(left, top) >> 8 & 0xff) + wx * (image.at(right, top) >> 8 & 0xff))
                + wy * ((1 - wx) * (image.at(left, bottom) >> 8 & 0xff) + wx * (image.at(right, bottom) >> 8 & 0xff));
    }

    @Example
    void halfOfThePicturesAreMirrored() {
        Image image = noise(9, 9, 1);
        Augmentation mirror = new RandomWarp(new Geometry(0, 0, 0, 0, 0, true));
        SplittableRandom random = new SplittableRandom(3);
        int mirrored = 0;
        for (int i = 0; i < 1000; i++) {
            mirrored += mirror.apply(image, random).equals(image) ? 0 : 1;
        }

        assertThat(mirrored).isBetween(430, 570);
    }

    @Example
    void worseQualityLosesMore() {
        Image image = RandomBlur.blur(noise(64, 64, 5), 2);

        assertThat(difference(image, JpegDamage.apply(image, 95)))
                .isLessThan(difference(image, JpegDamage.apply(image, 50)));
        assertThat(difference(image, JpegDamage.apply(image, 50)))
                .isLessThan(difference(image, JpegDamage.apply(image, 10)));
    }

    private static double difference(Image one, Image other) {
        double sum = 0;
        for (int i = 0; i < one.rgb().length; i++) {
            sum += Math.abs((one.rgb()[i] & 0xff) - (other.rgb()[i] & 0xff));
        }
        return sum / one.rgb().length;
    }

    @Example
    void erasesNoMoreThanAllowed() {
        Image image = Image.filled(60, 60, 0x010203);
        Augmentation erasing = new RandomErasing(0.2);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 200; i++) {
            Image erased = erasing.apply(image, random);
            int changed = 0;
            for (int p = 0; p < 3600; p++) {
                changed += erased.at(p % 60, p / 60) == 0x010203 ? 0 : 1;
            }
            assertThat(changed).isLessThan((int) (3600 * 0.21));
        }
    }

    @Example
    void classicIsWhatTheClassicScriptsDo() {
        assertThat(AugmentationConfig.named("classic"))
                .isEqualTo(
                        new AugmentationConfig(new Geometry(20, 0.15, 0.2, 0.2, 0.15, true), Color.NONE, Damage.NONE));
    }

    @Example
    void limitsAreChecked() {
        assertThatThrownBy(() -> new Geometry(-1, 0, 0, 0, 0, false))
                .hasMessage("rotationDegrees must be in 0..180.0, got -1.0");
        assertThatThrownBy(() -> new Color(0, 0.95, 0, 0)).hasMessageContaining("contrast must be in 0..0.9");
        assertThatThrownBy(() -> new Damage(0, 3, 0)).hasMessage("jpegQuality must be in 5..100, got 3");
        assertThatThrownBy(() -> AugmentationConfig.named("clasic"))
                .hasMessage("augmentation must be none, classic or robust, got \"clasic\"");
    }
}
