package io.github.maskwatch.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Property(tries = 200)
    void flatStaysExactlyFlat(
            @ForAll @IntRange(min = 1, max = 70) int w,
            @ForAll @IntRange(min = 1, max = 70) int h,
            @ForAll @IntRange(min = 1, max = 90) int toW,
            @ForAll @IntRange(min = 1, max = 90) int toH,
            @ForAll @IntRange(min = 0, max = 0xffffff) int color) {
        assertThat(Image.filled(w, h, color).resize(toW, toH)).isEqualTo(Image.filled(toW, toH, color));
    }

    @Property(tries = 100)
    void agreesWithTheReadableTwin(
            @ForAll @IntRange(min = 1, max = 40) int w,
            @ForAll @IntRange(min = 1, max = 40) int h,
            @ForAll @IntRange(min = 1, max = 50) int toW,
            @ForAll @IntRange(min = 1, max = 50) int toH) {
        byte[] rgb = new byte[w * h * 3];
        new Random(7).nextBytes(rgb);
        Image image = Image.wrap(w, h, rgb);
        Image fast = image.resize(toW, toH);
        for (int y = 0; y < toH; y++) {
            for (int x = 0; x < toW; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int ours = fast.at(x, y) >> shift & 0xff;
                    // One step of rounding in each direction.
                    assertThat((double) ours)
                            .isBetween(
                                    slow(image, toW, toH, x, y, shift) - 1.6, slow(image, toW, toH, x, y, shift) + 1.6);
                }
            }
        }
    }

    /** The definition: a triangle as wide as the reduction, over both axes, in doubles. */
    private static double slow(Image image, int toW, int toH, int x, int y, int shift) {
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < image.height(); j++) {
            double wy = triangle(j, y, (double) image.height() / toH);
            for (int i = 0; wy > 0 && i < image.width(); i++) {
                double weight = wy * triangle(i, x, (double) image.width() / toW);
                sum += weight * (image.at(i, j) >> shift & 0xff);
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double triangle(int in, int out, double scale) {
        return Math.max(0, 1 - Math.abs(in + 0.5 - (out + 0.5) * scale) / Math.max(scale, 1));
    }

    @Test
    void halvingAveragesMostlyTheTwoPixelsBelow() {
        Image stripes = Image.wrap(4, 1, new byte[] {0, 0, 0, 80, 80, 80, 0, 0, 0, 80, 80, 80});
        int left = stripes.resize(2, 1).at(0, 0) & 0xff;
        assertThat(left).isBetween(30, 40);
    }

    @Test
    void sameSizeIsTheSamePicture() {
        Image image = Image.filled(5, 5, 0x123456);
        assertThat(image.resize(5, 5)).isSameAs(image);
    }
}
