package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.Pictures;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast evaluation against the slow one, on every window. */
class HaarTwinTest {

    private static Cascade bundled() throws IOException {
        try (InputStream xml = new BufferedInputStream(
                HaarFaceDetector.class.getResourceAsStream("haarcascade_frontalface_alt2.xml"))) {
            return CascadeReader.read(xml, "bundled");
        }
    }

    @Test
    void hitsAreThoseOfTheTwin() throws IOException {
        Image photo = Pictures.face();
        Image small = photo.resize(120, 120 * photo.height() / photo.width());
        HaarConfig config = new HaarConfig(1.15, 0, 20, 1);
        try (HaarFaceDetector detector = HaarFaceDetector.bundled(config)) {
            List<Hit> hits = detector.hits(small).stream()
                    .map(h -> new Hit(h.x(), h.y(), h.width(), h.height(), 0))
                    .toList();
            assertThat(hits).isNotEmpty().isEqualTo(new SlowHaar(bundled()).hits(small, config));
        }
    }

    @Test
    void bundledCascadeIsTheOneWeKnow() throws IOException {
        Cascade cascade = bundled();
        assertThat(cascade.windowWidth()).isEqualTo(20);
        assertThat(cascade.windowHeight()).isEqualTo(20);
        assertThat(cascade.stages()).hasSize(20);
    }

    @Property(tries = 60)
    void rectanglesSumUp(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed) {
        GreyImage grey = new GreyImage();
        grey.setLumaOf(Pictures.noise(width, height, seed));
        IntegralImage integral = new IntegralImage();
        int stride = width + 1 + (int) (seed & 7);
        integral.set(grey, stride);
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < width * height; i++) {
            int p = grey.pixels[i] & 0xff;
            sum += p;
            squares += (long) p * p;
        }
        assertThat(integral.sums[height * stride + width]).isEqualTo((int) sum);
        assertThat(integral.squares[height * stride + width]).isEqualTo((int) squares);
    }

    @Property(tries = 60)
    void resizedIsBilinear(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int newWidth,
            @ForAll @IntRange(min = 1, max = 40) int newHeight,
            @ForAll long seed) {
        GreyImage grey = new GreyImage();
        grey.setLumaOf(Pictures.noise(width, height, seed));
        GreyImage resized = new GreyImage();
        resized.setResized(grey, newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double u = Math.min(Math.max((x + 0.5) * width / newWidth - 0.5, 0), width - 1);
                double v = Math.min(Math.max((y + 0.5) * height / newHeight - 0.5, 0), height - 1);
                // Weights of 8 bits: each axis may be off by half a 256th of the range, and the result by rounding.
                assertThat((double) (resized.pixels[y * newWidth + x] & 0xff)).isCloseTo(at(grey, u, v), within(1.6));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double levels) {
        return org.assertj.core.data.Offset.offset(levels);
    }

    private static double at(GreyImage grey, double u, double v) {
        int x = (int) u;
        int y = (int) v;
        int right = Math.min(x + 1, grey.width - 1);
        int below = Math.min(y + 1, grey.height - 1);
        double top = pixel(grey, x, y) * (1 - (u - x)) + pixel(grey, right, y) * (u - x);
        double bottom = pixel(grey, x, below) * (1 - (u - x)) + pixel(grey, right, below) * (u - x);
        return top * (1 - (v - y)) + bottom * (v - y);
    }

    private static int pixel(GreyImage grey, int x, int y) {
        return grey.pixels[y * grey.width + x] & 0xff;
    }
}
