package io.github.maskwatch.training.scene.paint;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Shapes given in a frame's places, as they lie in the picture. */
final class Outline {
    private Outline() {}

    /**
     * A straight-edged shape.
     *
     * @param places u, v, u, v… of its corners
     */
    static Shape polygon(FaceFrame frame, double... places) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < places.length; i += 2) {
            double x = frame.x(places[i], places[i + 1]);
            double y = frame.y(places[i], places[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /**
     * A smooth closed shape (Catmull-Rom) through places.
     *
     * @param places u, v, u, v…
     */
    static Shape smooth(FaceFrame frame, double... places) {
        int n = places.length / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = frame.x(places[2 * i], places[2 * i + 1]);
            y[i] = frame.y(places[2 * i], places[2 * i + 1]);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n;
            int next = (i + 1) % n;
            int after = (i + 2) % n;
            path.curveTo(
                    x[i] + (x[next] - x[before]) / 6,
                    y[i] + (y[next] - y[before]) / 6,
                    x[next] - (x[after] - x[i]) / 6,
                    y[next] - (y[after] - y[i]) / 6,
                    x[next],
                    y[next]);
        }
        path.closePath();
        return path;
    }

    /**
     * An ellipse.
     *
     * @param radiusU in u
     * @param radiusV in v
     */
    static Shape ellipse(FaceFrame frame, double u, double v, double radiusU, double radiusV) {
        double[] places = new double[24];
        for (int i = 0; i < 12; i++) {
            places[2 * i] = u + radiusU * StrictMath.cos(i * Math.PI / 6);
            places[2 * i + 1] = v + radiusV * StrictMath.sin(i * Math.PI / 6);
        }
        return smooth(frame, places);
    }

    /**
     * A line with round ends.
     *
     * @param width in v
     */
    static Shape bar(FaceFrame frame, double fromU, double fromV, double toU, double toV, double width) {
        Path2D path = new Path2D.Double();
        path.moveTo(frame.x(fromU, fromV), frame.y(fromU, fromV));
        path.lineTo(frame.x(toU, toV), frame.y(toU, toV));
        return stroke(path, Math.max(0.7, width * frame.height()));
    }

    /** @param width px */
    static Shape stroke(Shape line, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
    }
}
