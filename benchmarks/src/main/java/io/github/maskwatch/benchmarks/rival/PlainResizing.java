package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.image.Image;
import java.nio.FloatBuffer;

/**
 * Bilinear interpolation between the four nearest pixels, however much the picture shrinks, as these networks' authors do it with
 * OpenCV's {@code resize}: they are half a point worse on pictures that are averaged as {@link Image#resize} does. Into three planes
 * of floats, red, green, blue.
 */
final class PlainResizing {
    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    /** For each column of the result: the bytes where the two pixels begin, and the share of the right one. */
    private final int[] left;

    private final int[] right;
    private final float[] shareOfRight;
    private final float[] line;

    PlainResizing(int fromWidth, int fromHeight, int width, int height) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = width;
        this.height = height;
        left = new int[width];
        right = new int[width];
        shareOfRight = new float[width];
        line = new float[width];
        for (int x = 0; x < width; x++) {
            double at = place(x, fromWidth, width);
            int first = (int) at;
            left[x] = 3 * first;
            right[x] = 3 * Math.min(first + 1, fromWidth - 1);
            shareOfRight[x] = (float) (at - first);
        }
    }

    private static double place(int out, int from, int to) {
        return Math.min(Math.max((out + 0.5) * from / to - 0.5, 0), from - 1.0);
    }

    boolean takes(Image image) {
        return image.width() == fromWidth && image.height() == fromHeight;
    }

    /** Each value becomes {@code value * scale + offset}. */
    void resize(Image image, FloatBuffer planes, float scale, float offset) {
        byte[] rgb = image.rgb();
        int plane = width * height;
        for (int y = 0; y < height; y++) {
            double at = place(y, fromHeight, height);
            int row = (int) at;
            int upper = row * fromWidth * 3;
            int lower = Math.min(row + 1, fromHeight - 1) * fromWidth * 3;
            float shareOfLower = (float) (at - row);
            for (int channel = 0; channel < 3; channel++) {
                for (int x = 0; x < width; x++) {
                    int l = left[x] + channel;
                    int r = right[x] + channel;
                    float above = between(rgb[upper + l] & 0xff, rgb[upper + r] & 0xff, shareOfRight[x]);
                    float below = between(rgb[lower + l] & 0xff, rgb[lower + r] & 0xff, shareOfRight[x]);
                    line[x] = between(above, below, shareOfLower) * scale + offset;
                }
                planes.put(channel * plane + y * width, line, 0, width);
            }
        }
    }

    private static float between(float one, float other, float shareOfOther) {
        return one + (other - one) * shareOfOther;
    }
}
