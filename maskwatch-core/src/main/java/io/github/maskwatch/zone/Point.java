package io.github.maskwatch.zone;

import io.github.maskwatch.geometry.Box;

/**
 * A place in a picture of any size, as shares of its width and height: (0, 0) is the top left corner, (1, 1) the bottom right one. What
 * lies outside the picture has shares below 0 or above 1.
 *
 * @param x to the right, share of the width
 * @param y downwards, share of the height
 */
public record Point(double x, double y) {
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("x and y must be finite, got " + x + ", " + y);
        }
    }

    /**
     * The centre of a box.
     *
     * @param box px of a picture of that size
     */
    static Point centreOf(Box box, int width, int height) {
        return new Point(box.centerX() / width, box.centerY() / height);
    }

    /** Refuses a point outside the picture. */
    static void requireInPicture(String whose, Point point) {
        if (!(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1)) {
            throw new IllegalArgumentException("the points of " + whose + " must be shares of the picture, 0 to 1, got "
                    + point.x + ", " + point.y);
        }
    }

    /**
     * On which side of the way from {@code a} to {@code b} this point lies, looking along it: above 0 on the right hand, below 0 on the
     * left, 0 on it. (Twice the triangle's area; y grows downwards.)
     */
    double sideOf(Point a, Point b) {
        return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    }
}
