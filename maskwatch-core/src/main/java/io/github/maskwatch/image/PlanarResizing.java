package io.github.maskwatch.image;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Resizes pictures of one size to another one and lays them out as a network takes them: a plane of floats, 0–255, for each of
 * red, green and blue. The values are those of {@link Image#resize} to the last bit, in less than half of its time, because the
 * taps are computed once, rows are filtered as separate channels, and the vertical pass is one that the JVM turns into vector
 * instructions.
 *
 * <p>It keeps the last filtered rows between calls: one thread at a time.
 */
public final class PlanarResizing {
    private static final int HALF = Resampling.HALF;
    private static final float UNIT = 1f / (1 << Taps.BITS);
    /**
     * Added to a float below 2^22 and taken away again, this rounds to a whole number: above 2^23 floats have no fractions. A
     * quarter added before, where sums are whole, sends halves upwards, as the fixed-point arithmetic does.
     */
    private static final float ROUNDING = 1 << 23;

    private static final float UPWARDS = 0.25f;

    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    private final Taps across;
    private final Taps down;
    private final int[] starts;
    private final int[][] weights;
    /** Rows after the horizontal pass, [row modulo their number][channel][x]; which row each place holds. */
    private final float[][][] rows;

    private final int[] held;
    private final float[] sums;

    /** @throws IllegalArgumentException if a side is below 1 px */
    public PlanarResizing(int fromWidth, int fromHeight, int width, int height) {
        if (Math.min(Math.min(fromWidth, fromHeight), Math.min(width, height)) < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + fromWidth + " x " + fromHeight
                    + " to " + width + " x " + height);
        }
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = width;
        this.height = height;
        across = new Taps(fromWidth, width).even(fromWidth, 3);
        down = new Taps(fromHeight, height).even(fromHeight, 3);
        starts = new int[width];
        weights = new int[across.count][width];
        for (int x = 0; x < width; x++) {
            starts[x] = across.first[x] * 3;
            for (int k = 0; k < across.count; k++) {
                weights[k][x] = across.weights[x * across.count + k];
            }
        }
        rows = new float[down.count][3][width];
        held = new int[down.count];
        sums = new float[width];
    }

    /** Width of the result, px. */
    public int width() {
        return width;
    }

    /** Height of the result, px. */
    public int height() {
        return height;
    }

    /** Whether pictures of this size are the ones that it resizes. */
    public boolean takes(Image image) {
        return image.width() == fromWidth && image.height() == fromHeight;
    }

    /**
     * Writes the top left {@code width x height} values of each plane and leaves the rest alone.
     *
     * @param planes whose limit is its capacity: three planes of {@code stride x rows} floats, one after the other: red, green, blue
     * @param stride floats of a row, at least the width
     * @param planeRows rows of a plane, at least the height
     */
    public void resize(Image image, FloatBuffer planes, int stride, int planeRows) {
        if (!takes(image)) {
            throw new IllegalArgumentException("made for " + fromWidth + " x " + fromHeight + " px, got " + image);
        }
        if (stride < width || planeRows < height || planes.capacity() < 3L * stride * planeRows) {
            throw new IllegalArgumentException(
                    planes.capacity() + " floats in rows of " + stride + " are not three planes of " + stride + " x "
                            + planeRows + " for a picture of " + width + " x " + height);
        }
        if (width == fromWidth && height == fromHeight) {
            copy(image.rgb(), planes, stride, planeRows);
            return;
        }
        Arrays.fill(held, -1);
        for (int y = 0; y < height; y++) {
            for (int row = down.first[y]; row < down.first[y] + down.count; row++) {
                int place = row % down.count;
                if (held[place] != row) {
                    horizontally(image.rgb(), row * fromWidth * 3, rows[place]);
                    held[place] = row;
                }
            }
            for (int channel = 0; channel < 3; channel++) {
                vertically(y, channel, planes, (channel * planeRows + y) * stride);
            }
        }
    }

    private void copy(byte[] rgb, FloatBuffer planes, int stride, int planeRows) {
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < 3; channel++) {
                int from = y * width * 3 + channel;
                for (int x = 0; x < width; x++, from += 3) {
                    sums[x] = rgb[from] & 0xff;
                }
                planes.put((channel * planeRows + y) * stride, sums, 0, width);
            }
        }
    }

    private void horizontally(byte[] in, int row, float[][] out) {
        if (across.count == 3) {
            threeTaps(in, row, starts, weights[0], weights[1], weights[2], out[0], out[1], out[2]);
            return;
        }
        for (int x = 0; x < width; x++) {
            int from = row + starts[x];
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            for (int k = x * across.count; k < (x + 1) * across.count; k++, from += 3) {
                int weight = across.weights[k];
                red += (in[from] & 0xff) * weight;
                green += (in[from + 1] & 0xff) * weight;
                blue += (in[from + 2] & 0xff) * weight;
            }
            out[0][x] = red >> Taps.BITS;
            out[1][x] = green >> Taps.BITS;
            out[2][x] = blue >> Taps.BITS;
        }
    }

    /** Reductions to not less than two thirds, such as of 640 px to 512. Arrays in arguments, so that the loop has no checks of them. */
    private static void threeTaps(
            byte[] in, int row, int[] starts, int[] a, int[] b, int[] c, float[] red, float[] green, float[] blue) {
        for (int x = 0; x < starts.length; x++) {
            int i = row + starts[x];
            int wa = a[x];
            int wb = b[x];
            int wc = c[x];
            red[x] = (HALF + (in[i] & 0xff) * wa + (in[i + 3] & 0xff) * wb + (in[i + 6] & 0xff) * wc) >> Taps.BITS;
            green[x] =
                    (HALF + (in[i + 1] & 0xff) * wa + (in[i + 4] & 0xff) * wb + (in[i + 7] & 0xff) * wc) >> Taps.BITS;
            blue[x] = (HALF + (in[i + 2] & 0xff) * wa + (in[i + 5] & 0xff) * wb + (in[i + 8] & 0xff) * wc) >> Taps.BITS;
        }
    }

    private void vertically(int y, int channel, FloatBuffer planes, int to) {
        int first = down.first[y];
        int w = y * down.count;
        if (down.count == 3) {
            threeRows(
                    rows[first % 3][channel],
                    rows[(first + 1) % 3][channel],
                    rows[(first + 2) % 3][channel],
                    down.weights[w],
                    down.weights[w + 1],
                    down.weights[w + 2],
                    sums);
        } else {
            Arrays.fill(sums, UPWARDS);
            for (int k = 0; k < down.count; k++) {
                add(rows[(first + k) % down.count][channel], down.weights[w + k], sums);
            }
            round(sums);
        }
        planes.put(to, sums, 0, width);
    }

    // Sums of whole numbers below 2^22 and a quarter: exact in floats, in any order.
    private static void threeRows(float[] a, float[] b, float[] c, float wa, float wb, float wc, float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = ((a[x] * wa + b[x] * wb + c[x] * wc + UPWARDS) * UNIT + ROUNDING) - ROUNDING;
        }
    }

    private static void add(float[] row, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += row[x] * weight;
        }
    }

    private static void round(float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = (sums[x] * UNIT + ROUNDING) - ROUNDING;
        }
    }
}
