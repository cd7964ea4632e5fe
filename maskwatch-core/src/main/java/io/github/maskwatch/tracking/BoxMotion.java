package io.github.maskwatch.tracking;

import io.github.maskwatch.geometry.Box;

/**
 * Where a box is and where it goes: centre, height and shape (width over height), each with its speed, as in [1]. There the filter is one
 * of eight dimensions; since none of its matrices couples two coordinates, it is the same as four filters of two. Errors and pushes are
 * shares of the box's height.
 *
 * <p>[1] Wojke, N., Bewley, A., Paulus, D. Simple online and realtime tracking with a deep association metric. ICIP 2017. Modified: time
 * in seconds instead of frames.
 */
final class BoxMotion {
    /** Jitter of a detector's boxes, heights. */
    private static final double SEEN_ERROR = 0.05;

    private static final double SPEED_ERROR = 1.5;
    /** A head starts or stops within a second or less, heights per second. */
    private static final double PUSH = 3;

    /** It comes nearer or turns slower than it moves across. */
    private static final double SLOW_SPEED_ERROR = 0.3;

    private static final double SLOW_PUSH = 0.6;
    private static final double LEAST_SHAPE = 0.2;

    private final MotionAxis x;
    private final MotionAxis y;
    private final MotionAxis height;
    private final MotionAxis shape;

    BoxMotion(Box box) {
        double h = height(box);
        x = new MotionAxis(box.centerX(), SEEN_ERROR * h, SPEED_ERROR * h);
        y = new MotionAxis(box.centerY(), SEEN_ERROR * h, SPEED_ERROR * h);
        height = new MotionAxis(h, SEEN_ERROR * h, SLOW_SPEED_ERROR * h);
        shape = new MotionAxis(box.width() / h, SEEN_ERROR, SLOW_SPEED_ERROR);
    }

    /** A box without a height would have no shape, px. */
    private static double height(Box box) {
        return Math.max(1, box.height());
    }

    void predict(double seconds) {
        double h = Math.max(1, height.position());
        x.predict(seconds, PUSH * h);
        y.predict(seconds, PUSH * h);
        height.predict(seconds, SLOW_PUSH * h);
        shape.predict(seconds, SLOW_PUSH);
    }

    void correct(Box seen) {
        double h = height(seen);
        x.correct(seen.centerX(), SEEN_ERROR * h);
        y.correct(seen.centerY(), SEEN_ERROR * h);
        height.correct(h, SEEN_ERROR * h);
        shape.correct(seen.width() / h, SEEN_ERROR);
    }

    /** px. */
    Box box() {
        double h = Math.max(1, height.position());
        double w = h * Math.max(LEAST_SHAPE, shape.position());
        return new Box(x.position() - w / 2, y.position() - h / 2, w, h);
    }
}
