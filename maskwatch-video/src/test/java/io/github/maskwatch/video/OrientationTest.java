package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrientationTest {
    private static final int ONE = 1 << 16;

    /** Grey pixels with these values. */
    private static byte[] pixels(int... values) {
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) values[i / 3];
        }
        return rgb;
    }

    private static int[] matrix(int a, int b, int c, int d) {
        return new int[] {a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30};
    }

    @Test
    void turnsAndMirrorsAsTheMatrixSays() {
        byte[] stored = pixels(1, 2, 3, 4, 5, 6); // 3 wide, 2 high
        assertThat(Orientation.ofMatrix(matrix(1, 0, 0, 1)).apply(stored, 3, 2)).isSameAs(stored);
        assertThat(Orientation.ofMatrix(matrix(0, 1, -1, 0)).apply(stored, 3, 2))
                .isEqualTo(pixels(4, 1, 5, 2, 6, 3));
        assertThat(Orientation.ofMatrix(matrix(-1, 0, 0, -1)).apply(stored, 3, 2))
                .isEqualTo(pixels(6, 5, 4, 3, 2, 1));
        assertThat(Orientation.ofMatrix(matrix(0, -1, 1, 0)).apply(stored, 3, 2))
                .isEqualTo(pixels(3, 6, 2, 5, 1, 4));
        assertThat(Orientation.ofMatrix(matrix(-1, 0, 0, 1)).apply(stored, 3, 2))
                .isEqualTo(pixels(3, 2, 1, 6, 5, 4));
    }

    /** Against the definition: each stored pixel goes where the matrix sends it. */
    @Property(tries = 200)
    void everyPixelLandsWhereTheMatrixSendsIt(
            @ForAll @IntRange(min = 0, max = 7) int which,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height) {
        int u = (which & 1) == 0 ? 1 : -1;
        int v = (which & 2) == 0 ? 1 : -1;
        boolean across = (which & 4) != 0;
        int[] m = across ? matrix(0, u, v, 0) : matrix(u, 0, 0, v);
        int[] values = new int[width * height];
        Arrays.setAll(values, i -> i);
        byte[] shown = Orientation.ofMatrix(m).apply(pixels(values), width, height);
        int shownWidth = across ? height : width;
        int shownHeight = across ? width : height;
        for (int q = 0; q < height; q++) {
            for (int p = 0; p < width; p++) {
                int x = (m[0] * p + m[3] * q) / ONE;
                int y = (m[1] * p + m[4] * q) / ONE;
                x += (m[0] + m[3] < 0) ? shownWidth - 1 : 0;
                y += (m[1] + m[4] < 0) ? shownHeight - 1 : 0;
                assertThat(shown[(y * shownWidth + x) * 3]).isEqualTo((byte) (q * width + p));
            }
        }
    }
}
