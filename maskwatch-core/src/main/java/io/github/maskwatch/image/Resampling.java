package io.github.maskwatch.image;

import java.util.Arrays;

/**
 * Resizing by a separable triangle filter whose support widens with the reduction: plain bilinear interpolation when enlarging,
 * an anti-aliased average when shrinking. It is the filter that Pillow calls {@code BILINEAR} (without its {@code reducing_gap}),
 * and the same one is used for training photos and for live frames, so that a network sees the same pixels in both.
 *
 * <p>Weights are fixed-point (14 bits); horizontal first, as most frames are wider than high.
 */
final class Resampling {
    static final int BITS = Taps.BITS;
    static final int HALF = 1 << (BITS - 1);

    private Resampling() {}

    static Image resize(Image image, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
        byte[] pixels = image.rgb();
        if (width != image.width()) {
            pixels = horizontally(pixels, image.width(), image.height(), new Taps(image.width(), width));
        }
        if (height != image.height()) {
            pixels = vertically(pixels, width, new Taps(image.height(), height));
        }
        return Image.wrap(width, height, pixels == image.rgb() ? pixels.clone() : pixels);
    }

    private static byte[] horizontally(byte[] in, int inWidth, int height, Taps taps) {
        int width = taps.first.length;
        byte[] out = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            int row = y * inWidth * 3;
            int to = y * width * 3;
            for (int x = 0; x < width; x++, to += 3) {
                int from = row + taps.first[x] * 3;
                int w = x * taps.count;
                int red = HALF;
                int green = HALF;
                int blue = HALF;
                for (int k = 0; k < taps.length[x]; k++, from += 3) {
                    int weight = taps.weights[w + k];
                    red += (in[from] & 0xff) * weight;
                    green += (in[from + 1] & 0xff) * weight;
                    blue += (in[from + 2] & 0xff) * weight;
                }
                out[to] = (byte) (red >> BITS);
                out[to + 1] = (byte) (green >> BITS);
                out[to + 2] = (byte) (blue >> BITS);
            }
        }
        return out;
    }

    private static byte[] vertically(byte[] in, int width, Taps taps) {
        int height = taps.first.length;
        int stride = width * 3;
        byte[] out = new byte[stride * height];
        int[] sums = new int[stride];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            for (int k = 0; k < taps.length[y]; k++) {
                int weight = taps.weights[y * taps.count + k];
                int from = (taps.first[y] + k) * stride;
                for (int i = 0; i < stride; i++) {
                    sums[i] += (in[from + i] & 0xff) * weight;
                }
            }
            int to = y * stride;
            for (int i = 0; i < stride; i++) {
                out[to + i] = (byte) (sums[i] >> BITS);
            }
        }
        return out;
    }
}
