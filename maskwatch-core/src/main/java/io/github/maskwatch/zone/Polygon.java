package io.github.maskwatch.zone;

import java.util.HashSet;
import java.util.List;

/**
 * A part of the picture inside a closed line that does not cross itself.
 *
 * @param corners one after the other, either way round, at least three, inside the picture; the last is joined to the first
 */
public record Polygon(List<Point> corners) {
    private static final int FEWEST = 3;
    /** Share of the picture; below it the corners lie on one line, or as good as. */
    private static final double LEAST_AREA = 1e-6;

    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < FEWEST) {
            throw new IllegalArgumentException("a polygon must have at least 3 corners, got " + corners.size());
        }
        corners.forEach(corner -> Point.requireInPicture("a polygon", corner));
        requireSimple(corners);
        if (!(Math.abs(signedArea(corners)) >= LEAST_AREA)) {
            throw new IllegalArgumentException("a polygon must have an area, got corners on one line: " + corners);
        }
    }

    /** The rectangle between two corners. */
    public static Polygon rectangle(double left, double top, double right, double bottom) {
        return new Polygon(List.of(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)));
    }

    private static void requireSimple(List<Point> corners) {
        if (new HashSet<>(corners).size() < corners.size()) {
            throw new IllegalArgumentException("a polygon's corners must differ, got " + corners);
        }
        int n = corners.size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (collide(corners, i, j)) {
                    throw new IllegalArgumentException("a polygon must not cross or touch itself, but its sides from "
                            + corners.get(i) + " and from " + corners.get(j) + " do");
                }
            }
        }
    }

    /** Whether the sides that begin at these corners have more in common than a corner between them. */
    private static boolean collide(List<Point> corners, int i, int j) {
        int n = corners.size();
        Point a = corners.get(i);
        Point b = corners.get(i + 1);
        Point c = corners.get(j);
        Point d = corners.get((j + 1) % n);
        if (j == i + 1) {
            return folds(a, b, d);
        }
        return (j + 1) % n == i ? folds(c, a, b) : meet(a, b, c, d);
    }

    /** Whether the way from {@code a} to {@code b} to {@code c} turns back on itself. */
    private static boolean folds(Point a, Point b, Point c) {
        double ahead = (b.x() - a.x()) * (c.x() - b.x()) + (b.y() - a.y()) * (c.y() - b.y());
        return c.sideOf(a, b) == 0 && ahead < 0;
    }

    private static boolean meet(Point a, Point b, Point c, Point d) {
        double c1 = c.sideOf(a, b);
        double d1 = d.sideOf(a, b);
        double a1 = a.sideOf(c, d);
        double b1 = b.sideOf(c, d);
        boolean across = c1 > 0 != d1 > 0 && a1 > 0 != b1 > 0 && c1 != 0 && d1 != 0 && a1 != 0 && b1 != 0;
        return across
                || (c1 == 0 && between(a, c, b))
                || (d1 == 0 && between(a, d, b))
                || (a1 == 0 && between(c, a, d))
                || (b1 == 0 && between(c, b, d));
    }

    /** Whether a point of the line through both ends lies between them. */
    private static boolean between(Point end, Point point, Point other) {
        return Math.min(end.x(), other.x()) <= point.x()
                && point.x() <= Math.max(end.x(), other.x())
                && Math.min(end.y(), other.y()) <= point.y()
                && point.y() <= Math.max(end.y(), other.y());
    }

    /** Gauss' area formula; above 0 for corners that go clockwise in the picture. */
    private static double signedArea(List<Point> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return twice / 2;
    }

    /** Share of the picture, 0–1. */
    public double area() {
        return Math.abs(signedArea(corners));
    }

    /**
     * Whether the point lies inside: a ray from it to the right meets the border an odd number of times (M. Shimrat, "Algorithm 112:
     * position of point relative to polygon", Communications of the ACM 5, 1962). Of two polygons on either side of a common border exactly one holds a
     * point of it.
     */
    public boolean contains(Point point) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            Point a = corners.get(i);
            Point b = corners.get(j);
            if (a.y() > point.y() != b.y() > point.y()
                    && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
