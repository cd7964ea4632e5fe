package io.github.maskwatch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpnessTest {
    private static final Box WHOLE = new Box(0, 0, 120, 120);

    /** Patches of random brightness, {@code patch} px wide. */
    private static Image patches(int side, int patch, double contrast) {
        Random random = new Random(5);
        int cells = side / patch + 1;
        int[] grey = random.doubles((long) cells * cells, -1, 1)
                .mapToInt(value -> (int) Math.round(128 + contrast * value))
                .toArray();
        byte[] rgb = new byte[side * side * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % side;
            int y = i / 3 / side;
            rgb[i] = (byte) grey[y / patch * cells + x / patch];
        }
        return Image.wrap(side, side, rgb);
    }

    private static Image blurred(Image image, int toSide) {
        return image.resize(toSide, toSide).resize(image.width(), image.height());
    }

    @Test
    void theMoreBlurredTheLess() {
        Image sharp = patches(120, 8, 100);
        double of120 = Sharpness.of(sharp, WHOLE);
        double of20 = Sharpness.of(blurred(sharp, 20), WHOLE);
        double of8 = Sharpness.of(blurred(sharp, 8), WHOLE);
        assertThat(of120).isGreaterThan(3);
        assertThat(of20).isLessThan(of120 / 2);
        assertThat(of8).isLessThan(of20 / 2).isLessThan(0.5);
    }

    @Test
    void contrastAndSizeDoNotMatter() {
        double strong = Sharpness.of(patches(120, 10, 120), WHOLE);
        assertThat(Sharpness.of(patches(120, 10, 40), WHOLE)).isCloseTo(strong, within(strong * 0.1));
        assertThat(Sharpness.of(patches(480, 40, 120), new Box(0, 0, 480, 480)))
                .isCloseTo(strong, within(strong * 0.2));
    }

    @Test
    void aPlainAreaIsNotSharp() {
        assertThat(Sharpness.of(Image.filled(50, 50, 0x406080), new Box(5, 5, 30, 30)))
                .isZero();
    }

    @Test
    void onlyWhatLiesInThePictureCounts() {
        Image image = patches(120, 8, 100);
        assertThat(Sharpness.of(image, new Box(-500, -500, 20, 20))).isZero();
        assertThat(Sharpness.of(image, new Box(-60, -60, 180, 180))).isPositive();
        assertThat(Sharpness.of(image, new Box(118, 118, 60, 60))).isZero();
    }
}
