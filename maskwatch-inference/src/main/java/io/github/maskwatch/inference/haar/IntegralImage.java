package io.github.maskwatch.inference.haar;

import java.util.Arrays;

/**
 * Sums of all pixels above and left of a point, and of their squares (Crow, "Summed-area tables for texture mapping", 1984). A
 * rectangle's sum is four look-ups. Sums may wrap around in a large picture: differences over a window come out right all the same,
 * those of squares as unsigned numbers.
 */
final class IntegralImage {
    int[] sums = new int[0];
    int[] squares = new int[0];

    /** @param stride ints from a row to the next, at least the width + 1 */
    void set(GreyImage image, int stride) {
        int needed = stride * (image.height + 1);
        if (sums.length < needed) {
            sums = new int[needed];
            squares = new int[needed];
        }
        Arrays.fill(sums, 0, image.width + 1, 0);
        Arrays.fill(squares, 0, image.width + 1, 0);
        for (int y = 0; y < image.height; y++) {
            addRow(image.pixels, y * image.width, image.width, (y + 1) * stride, stride);
        }
    }

    private void addRow(byte[] pixels, int from, int width, int to, int stride) {
        int sum = 0;
        int square = 0;
        sums[to] = 0;
        squares[to] = 0;
        for (int x = 0; x < width; x++) {
            int value = pixels[from + x] & 0xff;
            sum += value;
            square += value * value;
            sums[to + x + 1] = sums[to + x + 1 - stride] + sum;
            squares[to + x + 1] = squares[to + x + 1 - stride] + square;
        }
    }
}
