package io.github.maskwatch.image;

import io.github.maskwatch.geometry.Box;
import java.util.List;

/**
 * Makes faces unrecognizable: each is covered by blocks of one colour, the average of what they cover, {@value #ACROSS} across the face
 * grown by a quarter to each side, with a quarter of their contrast. The growth takes hair, ears and chin along, and makes up for boxes
 * that are a little off; with so little contrast a detector hardly takes the blocks for a face.
 *
 * <p>So few colours are far below the 12 or more px across a face that people need to recognise a stranger's, but they hide nobody from
 * whoever knows the person, the place and the time. A face without a box is not hidden. Pure.
 */
public final class Pixelation {
    static final int ACROSS = 4;
    /** Of a face that is half hidden by another only a stripe is left, which must not get finer blocks. */
    static final int ALONG = 5;
    /** px; a small face must not become a sharp picture of itself. */
    static final int SMALLEST_BLOCK = 8;

    private static final double GROWTH = 1.5;

    private Pixelation() {}

    /**
     * A copy of the picture in which the faces are hidden; the picture itself if there is none.
     *
     * @param faces boxes of faces, px; what lies outside of the picture does not matter. Where two overlap the later is laid over the
     *     earlier
     */
    public static Image hide(Image picture, List<Box> faces) {
        if (faces.isEmpty()) {
            return picture;
        }
        byte[] rgb = picture.rgb().clone();
        for (Box face : faces) {
            hide(rgb, picture.width(), picture.height(), face);
        }
        return Image.wrap(picture.width(), picture.height(), rgb);
    }

    private static void hide(byte[] rgb, int width, int height, Box face) {
        Box area = atLeast(face.grow(GROWTH), SMALLEST_BLOCK);
        double longer = Math.max(area.width(), area.height());
        int block = (int) Math.max(SMALLEST_BLOCK, Math.ceil(Math.max(area.shorterSide() / ACROSS, longer / ALONG)));
        Box seen = area.clip(width, height);
        int left = (int) Math.floor(seen.x());
        int top = (int) Math.floor(seen.y());
        int right = (int) Math.ceil(seen.right());
        int bottom = (int) Math.ceil(seen.bottom());
        if (left == right || top == bottom) {
            return;
        }
        int ground = average(rgb, width, left, top, right, bottom);
        // In long: a box far larger than the picture has a block that overflows when added.
        for (long y = top; y < bottom; y += block) {
            for (long x = left; x < right; x += block) {
                int toX = (int) Math.min(right, x + block);
                int toY = (int) Math.min(bottom, y + block);
                int color = average(rgb, width, (int) x, (int) y, toX, toY);
                fill(rgb, width, (int) x, (int) y, toX, toY, faded(color, ground));
            }
        }
    }

    private static Box atLeast(Box box, double side) {
        double width = Math.max(side, box.width());
        double height = Math.max(side, box.height());
        return new Box(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    /** {@code 0xRRGGBB}, of at least one pixel. */
    private static int average(byte[] rgb, int width, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
                red += rgb[i] & 0xff;
                green += rgb[i + 1] & 0xff;
                blue += rgb[i + 2] & 0xff;
            }
        }
        long pixels = (long) (right - left) * (bottom - top);
        return (int) (red / pixels) << 16 | (int) (green / pixels) << 8 | (int) (blue / pixels);
    }

    /** A quarter of the one and three of the other. */
    private static int faded(int color, int ground) {
        return ((color >> 2) & 0x3f3f3f) + 3 * ((ground >> 2) & 0x3f3f3f);
    }

    private static void fill(byte[] rgb, int width, int left, int top, int right, int bottom, int color) {
        for (int y = top; y < bottom; y++) {
            for (int i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
                rgb[i] = (byte) (color >> 16);
                rgb[i + 1] = (byte) (color >> 8);
                rgb[i + 2] = (byte) color;
            }
        }
    }
}
