package io.github.maskwatch.image;

import io.github.maskwatch.geometry.Box;
import java.util.Arrays;

/**
 * A colour picture: sRGB, 8 bits a channel, interleaved R G B (never BGR), row-major, rows not padded. Immutable by contract and
 * so thread-safe: the array given to {@link #wrap} belongs to the picture from then on, and the one from {@link #rgb()} is only
 * to be read. Neither is copied, because frames pass through here 25 times a second.
 */
public final class Image {
    /** The longest array that a JVM surely allocates. */
    private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

    private final int width;
    private final int height;
    private final byte[] rgb;

    private Image(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /**
     * The picture over an array that the caller gives away.
     *
     * @param rgb {@code width * height * 3} bytes, interleaved R G B
     * @throws IllegalArgumentException if a side is below 1 or the array has another length
     */
    public static Image wrap(int width, int height, byte[] rgb) {
        long bytes = byteCount(width, height);
        if (rgb.length != bytes) {
            throw new IllegalArgumentException(
                    "rgb must hold " + bytes + " bytes for " + width + " x " + height + " px, got " + rgb.length);
        }
        return new Image(width, height, rgb);
    }

    /** A picture of one colour, {@code 0xRRGGBB}. */
    public static Image filled(int width, int height, int color) {
        byte[] rgb = new byte[(int) byteCount(width, height)];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (color >> 16);
            rgb[i + 1] = (byte) (color >> 8);
            rgb[i + 2] = (byte) color;
        }
        return new Image(width, height, rgb);
    }

    private static long byteCount(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
        long bytes = 3L * width * height;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " px does not fit an array");
        }
        return bytes;
    }

    /** px, at least 1. */
    public int width() {
        return width;
    }

    /** px, at least 1. */
    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy: interleaved R G B, {@code width * height * 3} bytes, to be read only. */
    public byte[] rgb() {
        return rgb;
    }

    /** The pixel as {@code 0xRRGGBB}. */
    public int at(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IndexOutOfBoundsException("(" + x + ", " + y + ") is outside " + width + " x " + height);
        }
        int i = (y * width + x) * 3;
        return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
    }

    /** This picture mirrored left to right, as a webcam's user expects to see herself. */
    public Image mirror() {
        byte[] out = new byte[rgb.length];
        for (int y = 0; y < height; y++) {
            int from = y * width * 3;
            int to = from + (width - 1) * 3;
            for (int x = 0; x < width; x++, from += 3, to -= 3) {
                out[to] = rgb[from];
                out[to + 1] = rgb[from + 1];
                out[to + 2] = rgb[from + 2];
            }
        }
        return new Image(width, height, out);
    }

    /**
     * The pixels of the box rounded to whole ones; what lies outside of this picture is black. So a crop about a face at the
     * picture's edge keeps the face's proportions.
     *
     * @throws IllegalArgumentException if less than half a pixel would remain of a side
     */
    public Image crop(Box box) {
        int left = (int) Math.round(box.x());
        int top = (int) Math.round(box.y());
        int w = (int) Math.round(box.right()) - left;
        int h = (int) Math.round(box.bottom()) - top;
        byte[] out = new byte[(int) byteCount(w, h)];
        int fromX = Math.max(left, 0);
        int toX = Math.min(left + w, width);
        if (fromX < toX) {
            for (int y = Math.max(top, 0); y < Math.min(top + h, height); y++) {
                System.arraycopy(
                        rgb, (y * width + fromX) * 3, out, ((y - top) * w + fromX - left) * 3, (toX - fromX) * 3);
            }
        }
        return new Image(w, h, out);
    }

    /** This picture at another size; see {@link Resampling}. */
    public Image resize(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height ? this : Resampling.resize(this, newWidth, newHeight);
    }

    /** Same size and same bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Image that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Image[" + width + " x " + height + "]";
    }
}
