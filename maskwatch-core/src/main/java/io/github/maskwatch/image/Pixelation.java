package io.github.maskwatch.image;

import io.github.maskwatch.geometry.Box;
import java.util.List;

/**
 * Makes faces unrecognizable: each is covered by blocks of one colour, the average of what they cover, {@value #ACROSS} across the face
 * grown by a quarter to each side. The growth takes hair, ears and chin along, and makes up for boxes that are a little off.
 *
 * <p>So few colours are far below the 12 or more px across a face that people need to recognise a stranger's, but they hide nobody from
 * whoever knows the person, the place and the time. A face without a box is not hidden. Pure.
 */
public final class Pixelation {
    static final int ACROSS = 4;
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
        int block = (int) Math.max(SMALLEST_BLOCK, Math.ceil(area.shorterSide() / ACROSS));
        Box seen = area.clip(width, height);
        int left = (int) Math.floor(seen.x());
        int top = (int) Math.floor(seen.y());
        int right = (int) Math.ceil(seen.right());
        int bottom = (int) Math.ceil(seen.bottom());
        // In long: a box far larger than the picture has a block that overflows when added.
        for (long y = top; y < bottom; y += block) {
            for (long x = left; x < right; x += block) {
                level(rgb, width, (int) x, (int) y, (int) Math.min(right, x + block), (int)
                        Math.min(bottom, y + block));
            }
        }
    }

    private static Box atLeast(Box box, double side) {
        double width = Math.max(side, box.width());
        double height = Math.max(side, box.height());
        return new Box(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    /** Gives all pixels of a block their average. */
    private static void level(byte[] rgb, int width, int left, int top, int right, int bottom) {
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
        fill(rgb, width, left, top, right, bottom, (byte) (red / pixels), (byte) (green / pixels), (byte)
                (blue / pixels));
    }

    private static void fill(
            byte[] rgb, int width, int left, int top, int right, int bottom, byte red, byte green, byte blue) {
        for (int y = top; y < bottom; y++) {
            for (int i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
                rgb[i] = red;
                rgb[i + 1] = green;
                rgb[i + 2] = blue;
            }
        }
    }
}
