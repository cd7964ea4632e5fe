package io.github.maskwatch.benchmarks.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.image.Image;
import java.nio.FloatBuffer;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlainResizingTest {
    private static final Offset<Float> CLOSE = within(1e-3f);

    private static Image noise(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        new Random(1).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }

    private static float[] resized(Image image, int width, int height) {
        PlainResizing resizing = new PlainResizing(image.width(), image.height(), width, height);
        assertThat(resizing.takes(image)).isTrue();
        float[] planes = new float[3 * width * height];
        resizing.resize(image, FloatBuffer.wrap(planes), 1, 0);
        return planes;
    }

    private static int channel(Image image, int plane, int x, int y) {
        return image.rgb()[(y * image.width() + x) * 3 + plane] & 0xff;
    }

    /** Where nothing shrinks, an average over what one pixel covers is the same as interpolation. */
    @Test
    void enlargesAsEverybodyDoes() {
        Image image = noise(13, 9);
        Image expected = image.resize(40, 31);
        float[] planes = resized(image, 40, 31);
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < 31; y++) {
                for (int x = 0; x < 40; x++) {
                    // Image rounds twice, to whole numbers.
                    assertThat(planes[(plane * 31 + y) * 40 + x])
                            .isCloseTo(channel(expected, plane, x, y), within(1.1f));
                }
            }
        }
    }

    @Test
    void shrinksByTheFourNearestPixelsAlone() {
        Image image = noise(30, 20);
        float[] planes = resized(image, 6, 5);
        // Column 2 of 6 lies at 2.5 * 5 - 0.5 = 12, row 1 of 5 at 1.5 * 4 - 0.5 = 5.5.
        float expected = (channel(image, 1, 12, 5) + channel(image, 1, 12, 6)) / 2f;
        assertThat(planes[(5 + 1) * 6 + 2]).isCloseTo(expected, CLOSE);
    }

    @Test
    void scalesAndMoves() {
        PlainResizing resizing = new PlainResizing(4, 4, 2, 2);
        float[] planes = new float[12];
        resizing.resize(Image.filled(4, 4, 0xFF8000), FloatBuffer.wrap(planes), 1 / 127.5f, -1);
        assertThat(planes)
                .containsExactly(
                        new float[] {1, 1, 1, 1, 0.003921628f, 0.003921628f, 0.003921628f, 0.003921628f, -1, -1, -1, -1
                        },
                        within(1e-6f));
    }
}
