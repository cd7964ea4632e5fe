package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;

/** A picture being painted on: a copy of a photo's pixels. One thread at a time. */
final class Pixels {
    private final int width;
    private final int height;
    private final byte[] rgb;

    private Pixels(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    static Pixels copyOf(Image photo) {
        return new Pixels(photo.width(), photo.height(), photo.rgb().clone());
    }

    /** The picture as it is now; nothing may be painted afterwards. */
    Image toImage() {
        return Image.wrap(width, height, rgb);
    }

    /** px. */
    int width() {
        return width;
    }

    /** px. */
    int height() {
        return height;
    }

    /** The pixels themselves: interleaved R G B. */
    byte[] rgb() {
        return rgb;
    }

    /** The pixel as {@code 0xRRGGBB}, or the nearest one of the picture. */
    int at(int x, int y) {
        int i = (Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))) * 3;
        return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
    }

    /** {@code side * side} pixels evenly over the box's part on the picture, row by row, as {@code 0xRRGGBB}. */
    int[] sample(Box box, int side) {
        Box inside = box.clip(width, height);
        int[] samples = new int[side * side];
        for (int i = 0; i < samples.length; i++) {
            int x = (int) (inside.x() + (i % side + 0.5) / side * inside.width());
            int row = i / side;
            int y = (int) (inside.y() + (row + 0.5) / side * inside.height());
            samples[i] = at(x, y);
        }
        return samples;
    }
}
