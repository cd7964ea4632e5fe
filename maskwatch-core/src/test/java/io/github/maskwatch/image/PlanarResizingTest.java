package io.github.maskwatch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanarResizingTest {
    private static final float UNTOUCHED = -7;

    private static Image noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }

    private static void assertSamePixels(Image image, int width, int height, int right, int below) {
        PlanarResizing resizing = new PlanarResizing(image.width(), image.height(), width, height);
        int stride = width + right;
        int rows = height + below;
        float[] planes = new float[3 * stride * rows];
        // Twice: nothing of the first picture may remain in the second.
        resizing.resize(noise(image.width(), image.height(), 99), FloatBuffer.wrap(planes), stride, rows);
        Arrays.fill(planes, UNTOUCHED);
        resizing.resize(image, FloatBuffer.wrap(planes), stride, rows);
        Image expected = image.resize(width, height);
        float[] wanted = new float[planes.length];
        Arrays.fill(wanted, UNTOUCHED);
        for (int i = 0; i < 3 * width * height; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            wanted[(i % 3 * rows + y) * stride + x] = expected.rgb()[i] & 0xff;
        }
        assertThat(planes).isEqualTo(wanted);
    }

    @Property(tries = 300)
    void givesTheVeryPixelsOfImageResize(
            @ForAll @IntRange(min = 1, max = 70) int w,
            @ForAll @IntRange(min = 1, max = 70) int h,
            @ForAll @IntRange(min = 1, max = 90) int toW,
            @ForAll @IntRange(min = 1, max = 90) int toH,
            @ForAll @IntRange(min = 0, max = 9) int right,
            @ForAll @IntRange(min = 0, max = 9) int below) {
        assertSamePixels(noise(w, h, 7), toW, toH, right, below);
    }

    @Test
    void framesOfCameras() {
        assertSamePixels(noise(640, 480, 1), 512, 384, 0, 0);
        assertSamePixels(noise(640, 480, 2), 320, 240, 0, 16);
        assertSamePixels(noise(1280, 720, 3), 512, 288, 0, 0);
        assertSamePixels(noise(640, 480, 4), 640, 480, 0, 0);
    }

    @Test
    void refusesWhatDoesNotFit() {
        PlanarResizing resizing = new PlanarResizing(8, 8, 4, 4);
        assertThat(resizing.takes(noise(8, 8, 1))).isTrue();
        assertThatThrownBy(() -> resizing.resize(noise(8, 9, 1), FloatBuffer.allocate(48), 4, 4))
                .hasMessage("made for 8 x 8 px, got Image[8 x 9]");
        assertThatThrownBy(() -> resizing.resize(noise(8, 8, 1), FloatBuffer.allocate(47), 4, 4))
                .hasMessageContaining("47 floats in rows of 4 are not three planes of 4 x 4");
        assertThatThrownBy(() -> new PlanarResizing(8, 0, 4, 4)).hasMessageContaining("got 8 x 0 to 4 x 4");
    }
}
