package io.github.maskwatch.zone;

import io.github.maskwatch.event.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A line that people cross. Looking from its first point to its second, {@link Direction#IN} leads from the left hand to the right one:
 * across a line drawn from left to right, downwards in the picture. To turn the direction round, change the points.
 *
 * @param name in events, rules and on the picture
 * @param from inside the picture
 * @param to inside the picture
 */
public record Line(String name, Point from, Point to) {
    /** Share of the picture; nobody could cross a shorter one. */
    private static final double SHORTEST = 1e-3;

    public Line {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a line's name must not be blank");
        }
        Point.requireInPicture("a line", from);
        Point.requireInPicture("a line", to);
        if (!(Math.hypot(to.x() - from.x(), to.y() - from.y()) >= SHORTEST)) {
            throw new IllegalArgumentException("a line's points must differ, got " + from + " twice");
        }
    }

    /**
     * How somebody who went straight from one point to the other crossed it; null if not. A point on the line counts as on its right
     * hand, so that a way is never counted at both of its halves, nor at none.
     */
    public @Nullable Direction crossing(Point before, Point after) {
        boolean wasIn = isIn(before);
        if (wasIn == isIn(after) || from.sideOf(before, after) >= 0 == to.sideOf(before, after) >= 0) {
            return null;
        }
        return wasIn ? Direction.OUT : Direction.IN;
    }

    private boolean isIn(Point point) {
        return point.sideOf(from, to) >= 0;
    }

    /** The same line with the direction turned round. */
    public Line reversed() {
        return new Line(name, to, from);
    }

    /** How far a point is from the line's nearest one, px of a picture of that size. */
    double distance(Point point, int width, int height) {
        double dx = (to.x() - from.x()) * width;
        double dy = (to.y() - from.y()) * height;
        double px = (point.x() - from.x()) * width;
        double py = (point.y() - from.y()) * height;
        double along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
        return Math.hypot(px - along * dx, py - along * dy);
    }
}
