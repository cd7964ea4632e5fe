package io.github.maskwatch.inference.haar;

import io.github.maskwatch.image.Image;

/** A plane of luma, 8 bits, row-major, over an array that only grows, so that a loop over frames allocates nothing. */
final class GreyImage {
    // Rec. 601 (.299 R + .587 G + .114 B) in the 15-bit fixed point of OpenCV's cvtColor.
    private static final int RED = 9798;
    private static final int GREEN = 19235;
    private static final int BLUE = 3735;
    private static final int LUMA_BITS = 15;

    int width;
    int height;
    byte[] pixels = new byte[0];

    private int[] columns = new int[0];

    /** Becomes the luma of the picture. */
    void setLumaOf(Image image) {
        reshape(image.width(), image.height());
        byte[] rgb = image.rgb();
        int size = width * height;
        for (int i = 0, from = 0; i < size; i++, from += 3) {
            int luma = (rgb[from] & 0xff) * RED + (rgb[from + 1] & 0xff) * GREEN + (rgb[from + 2] & 0xff) * BLUE;
            pixels[i] = (byte) ((luma + (1 << (LUMA_BITS - 1))) >> LUMA_BITS);
        }
    }

    /**
     * Becomes the source at another size, by bilinear interpolation without smoothing, in the 8-bit fixed point of OpenCV's
     * {@code INTER_LINEAR_EXACT}: the cascade was trained with such pixels, and the results are the same to the bit.
     */
    void setResized(GreyImage source, int newWidth, int newHeight) {
        reshape(newWidth, newHeight);
        if (newWidth == source.width && newHeight == source.height) {
            System.arraycopy(source.pixels, 0, pixels, 0, newWidth * newHeight);
            return;
        }
        prepareColumns(source.width);
        double scale = (double) source.height / newHeight;
        for (int y = 0; y < newHeight; y++) {
            int tap = tap(y, scale, source.height);
            int top = (tap >> 9) * source.width;
            int bottom = (tap & 0x1ff) == 0 ? top : top + source.width;
            resizeRow(source.pixels, top, bottom, tap & 0x1ff, y * newWidth);
        }
    }

    private void resizeRow(byte[] in, int top, int bottom, int weight, int out) {
        for (int x = 0; x < width; x++) {
            int left = columns[2 * x] >> 9;
            int w = columns[2 * x] & 0x1ff;
            int right = columns[2 * x + 1];
            int above = (in[top + left] & 0xff) * (256 - w) + (in[top + right] & 0xff) * w;
            int below = (in[bottom + left] & 0xff) * (256 - w) + (in[bottom + right] & 0xff) * w;
            pixels[out + x] = (byte) ((above * (256 - weight) + below * weight + (1 << 15)) >>> 16);
        }
    }

    private void prepareColumns(int sourceWidth) {
        if (columns.length < 2 * width) {
            columns = new int[2 * width];
        }
        double scale = (double) sourceWidth / width;
        for (int x = 0; x < width; x++) {
            int tap = tap(x, scale, sourceWidth);
            columns[2 * x] = tap;
            columns[2 * x + 1] = (tap & 0x1ff) == 0 ? tap >> 9 : (tap >> 9) + 1;
        }
    }

    /** The first of two neighbouring source pixels, shifted left by 9, and the weight of the second, 0–256. */
    private static int tap(int target, double scale, int sourceSize) {
        double position = scale * (target + 0.5) - 0.5;
        int first = (int) Math.floor(position);
        if (first < 0) {
            return 0;
        }
        return first >= sourceSize - 1 ? (sourceSize - 1) << 9 : first << 9 | (int) Math.rint((position - first) * 256);
    }

    private void reshape(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        if (pixels.length < newWidth * newHeight) {
            pixels = new byte[newWidth * newHeight];
        }
    }
}
