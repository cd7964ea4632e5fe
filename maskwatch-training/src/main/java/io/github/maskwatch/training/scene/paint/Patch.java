package io.github.maskwatch.training.scene.paint;

import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * A piece of cloth about the lower face, between two edges. Its own places are {@code (q, n)}: q from -1 at its left side to 1 at its
 * right one, n from 0 at the upper edge to 1 at the lower one.
 *
 * @param top v of the upper edge in the middle of the face
 * @param bottom v of the lower edge there
 * @param halfAngle how far it goes about the head to each side, radians
 * @param drop by how much the upper edge is lower at the sides than in the middle, in v; negative where the loops pull it up
 * @param dropPower 1 for a straight slope from the nose, 2 and more for an edge that only its ends bend
 * @param lift by how much the lower edge is higher at the sides than in the middle, in v
 * @param liftPower likewise
 * @param taper by which share the lower edge is shorter than the upper one
 * @param lean by how much the right side is lower than the left one, in v
 * @param bulge how far it stands off, as a factor of the head's radius
 */
record Patch(
        double top,
        double bottom,
        double halfAngle,
        double drop,
        double dropPower,
        double lift,
        double liftPower,
        double taper,
        double lean,
        double bulge) {
    private static final int STEPS = 14;
    private static final int EDGES = 512;
    private static final int ASIN_STEPS = 1024;
    private static final double[] ASIN = asinTable();

    private double upper(double q) {
        return top + drop * power(Math.abs(q), dropPower) + lean * q;
    }

    private double lower(double q) {
        return bottom - lift * power(Math.abs(q), liftPower) + lean * q;
    }

    /** The angle about the head of a place. */
    private double angle(double q, double n) {
        return q * halfAngle * (1 - taper * n);
    }

    double u(FaceFrame frame, double q, double n) {
        return bulge * frame.across(angle(q, n));
    }

    double v(double q, double n) {
        return upper(q) + n * (lower(q) - upper(q));
    }

    double x(FaceFrame frame, double q, double n) {
        return frame.x(u(frame, q, n), v(q, n));
    }

    double y(FaceFrame frame, double q, double n) {
        return frame.y(u(frame, q, n), v(q, n));
    }

    /** Whether a place is on the side of the head that is seen. */
    boolean isSeen(FaceFrame frame, double q, double n) {
        return Math.abs(angle(q, n) + frame.yaw()) < 1.4;
    }

    /** Its outline in the picture. */
    Shape outline(FaceFrame frame) {
        Path2D path = new Path2D.Double();
        for (int i = -STEPS; i <= STEPS; i++) {
            point(path, frame, (double) i / STEPS, 0, i == -STEPS);
        }
        // Sides bend outwards a little, as corners are what the loops pull at.
        point(path, frame, 0.97, 0.5, false);
        for (int i = STEPS; i >= -STEPS; i--) {
            point(path, frame, (double) i / STEPS, 1, false);
        }
        point(path, frame, -0.97, 0.5, false);
        path.closePath();
        return path;
    }

    /** The line from side to side at n. */
    Shape line(FaceFrame frame, double n) {
        Path2D path = new Path2D.Double();
        for (int i = -STEPS; i <= STEPS; i++) {
            point(path, frame, (double) i / STEPS, n, i == -STEPS);
        }
        return path;
    }

    private void point(Path2D path, FaceFrame frame, double q, double n, boolean first) {
        double x = x(frame, q, n);
        double y = y(frame, q, n);
        if (first) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    /**
     * A surface given in this piece's places as one in the face's: what is seen at each place of the face, the darker the more it turns
     * away.
     */
    Surface on(FaceFrame frame, Surface own) {
        float[] edges = edges();
        return (u, v, rgb) -> {
            double seen = asin(u / bulge);
            double angle = seen - frame.yaw();
            double q = 0;
            double n = 0.5;
            // The taper depends on n and n on q: two rounds settle that.
            for (int i = 0; i < 2; i++) {
                q = Math.max(-1.05, Math.min(1.05, angle / (halfAngle * (1 - taper * n))));
                int at = 2 * (int) ((q + 1.05) / 2.1 * EDGES);
                n = Math.max(0, Math.min(1, (v - edges[at]) / Math.max(0.02f, edges[at + 1] - edges[at])));
            }
            own.at(q, n, rgb);
            double cos = Math.sqrt(Math.max(0, 1 - u / bulge * (u / bulge)));
            float shade = (float) (0.56 + 0.44 * cos);
            rgb[0] *= shade;
            rgb[1] *= shade;
            rgb[2] *= shade;
        };
    }

    /** Both edges from side to side, upper and lower in turn, so that powers are not taken for each pixel. */
    private float[] edges() {
        float[] edges = new float[2 * EDGES + 2];
        for (int i = 0; i <= EDGES; i++) {
            double q = -1.05 + 2.1 * (i + 0.5) / EDGES;
            edges[2 * i] = (float) upper(q);
            edges[2 * i + 1] = (float) lower(q);
        }
        return edges;
    }

    /** How wide it is at the middle of the face, in its own heights: what makes patterns as wide as high. */
    double breadth(FaceFrame frame) {
        return halfAngle * frame.aspect() / Math.max(0.05, bottom - top);
    }

    private static double power(double base, double exponent) {
        return exponent == 2 ? base * base : exponent == 1 ? base : StrictMath.pow(base, exponent);
    }

    private static double asin(double sine) {
        double place = (Math.max(-1, Math.min(1, sine)) + 1) / 2 * ASIN_STEPS;
        int i = Math.min(ASIN_STEPS - 1, (int) place);
        return ASIN[i] + (place - i) * (ASIN[i + 1] - ASIN[i]);
    }

    private static double[] asinTable() {
        double[] table = new double[ASIN_STEPS + 1];
        for (int i = 0; i <= ASIN_STEPS; i++) {
            table[i] = StrictMath.asin(2.0 * i / ASIN_STEPS - 1);
        }
        return table;
    }
}
