package io.github.maskwatch.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.geometry.Box;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PixelationTest {
    private static Image noise(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        new Random(1).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }

    private static Set<Integer> colors(Image image, Box box) {
        Set<Integer> colors = new HashSet<>();
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                colors.add(image.at(x, y));
            }
        }
        return colors;
    }

    @Test
    void aFaceHasFewColoursAndAllElseIsAsItWas() {
        Image picture = noise(200, 160);
        byte[] before = picture.rgb().clone();
        Image hidden = Pixelation.hide(picture, List.of(new Box(80, 60, 40, 40)));
        // The face grown by a quarter to each side: 60 px, 4 blocks of 15 px.
        Box area = new Box(70, 50, 60, 60);
        assertThat(colors(hidden, area)).hasSizeLessThanOrEqualTo(16);
        for (int y = 0; y < 160; y++) {
            for (int x = 0; x < 200; x++) {
                if (x < 70 || x >= 130 || y < 50 || y >= 110) {
                    assertThat(hidden.at(x, y)).isEqualTo(picture.at(x, y));
                }
            }
        }
        assertThat(picture.rgb()).as("the picture itself").isEqualTo(before);
    }

    @Test
    void aBlockIsItsAverageWithAQuarterOfTheContrast() {
        byte[] rgb = new byte[16 * 16 * 3];
        for (int i = 0; i < rgb.length; i += 6) {
            rgb[i] = (byte) 200;
            rgb[i + 4] = 100;
        }
        Image hidden = Pixelation.hide(Image.wrap(16, 16, rgb), List.of(new Box(0, 0, 16, 16)));
        assertThat(hidden.at(5, 5)).isEqualTo(100 << 16 | 48 << 8);
        byte[] halves = new byte[16 * 16 * 3];
        Arrays.fill(halves, 8 * 16 * 3, halves.length, (byte) 200);
        Image two = Pixelation.hide(Image.wrap(16, 16, halves), List.of(new Box(0, 0, 16, 16)));
        assertThat(two.at(8, 0) & 0xff).isEqualTo(75);
        assertThat(two.at(8, 15) & 0xff).isEqualTo(125);
    }

    @Test
    void withoutFacesThePictureStays() {
        Image picture = noise(20, 20);
        assertThat(Pixelation.hide(picture, List.of())).isSameAs(picture);
    }

    @Test
    void atTheEdgesOnlyWhatIsThereIsHidden() {
        Image picture = noise(64, 48);
        Image hidden = Pixelation.hide(picture, List.of(new Box(-20, -20, 40, 40), new Box(60, 40, 40, 40)));
        assertThat(colors(hidden, new Box(0, 0, 30, 30))).hasSizeLessThanOrEqualTo(16);
        assertThat(hidden.at(63, 47)).isNotEqualTo(picture.at(63, 47));
        assertThat(hidden.at(40, 10)).isEqualTo(picture.at(40, 10));
        assertThat(Pixelation.hide(picture, List.of(new Box(500, 500, 40, 40)))).isEqualTo(picture);
    }

    @Test
    void aTinyFaceIsOneBlock() {
        Image hidden = Pixelation.hide(noise(64, 48), List.of(new Box(20, 20, 1, 0)));
        assertThat(colors(hidden, new Box(17, 16, 7, 7))).hasSize(1);
        assertThat(colors(Pixelation.hide(noise(1, 1), List.of(new Box(0, 0, 1, 1))), new Box(0, 0, 1, 1)))
                .hasSize(1);
    }

    @Test
    void aHugeFaceIsOneColour() {
        Image hidden = Pixelation.hide(noise(64, 48), List.of(new Box(-1e12, -1e12, 2e12, 2e12)));
        assertThat(colors(hidden, new Box(0, 0, 64, 48))).hasSize(1);
    }

    @Property(tries = 200)
    void aFaceHasFewColoursWhereverItIs(
            @ForAll @DoubleRange(min = -50, max = 150) double x,
            @ForAll @DoubleRange(min = -50, max = 150) double y,
            @ForAll @DoubleRange(min = 0, max = 200) double size,
            @ForAll @DoubleRange(min = 1, max = 2) double shape) {
        Box face = new Box(x, y, size, size * shape);
        Image hidden = Pixelation.hide(noise(100, 100), List.of(face));
        Box seen = face.clip(100, 100);
        // 4 across and 5 along, and one more each way where pixels are not whole.
        assertThat(colors(hidden, seen)).hasSizeLessThanOrEqualTo(30);
    }
}
