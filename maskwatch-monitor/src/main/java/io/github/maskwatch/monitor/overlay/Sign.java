package io.github.maskwatch.monitor.overlay;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;

/** A small sign drawn with strokes, so that it is the same on every machine, with or without fonts. */
enum Sign {
    CHECK("0.08,0.55 0.38,0.85 0.92,0.18", false),
    CROSS("0.14,0.14 0.86,0.86|0.86,0.14 0.14,0.86", false),
    EXCLAMATION("0.5,0.04 0.5,0.6", true),
    QUESTION("0.24,0.24 0.36,0.08 0.62,0.06 0.76,0.24 0.7,0.42 0.5,0.5 0.5,0.64", true);

    private static final double STROKE = 0.19;

    private final String strokes;
    private final boolean dot;

    /** @param strokes lines in a unit square, y downwards; see {@link StrokePath} */
    Sign(String strokes, boolean dot) {
        this.strokes = strokes;
        this.dot = dot;
    }

    /** Draws the sign into the square at (x, y) in the colour that is set. */
    void draw(Graphics2D g, double x, double y, double side) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(side, side);
        g.setStroke(new BasicStroke((float) (STROKE * side), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(place.createTransformedShape(StrokePath.parse(strokes)));
        if (dot) {
            double r = STROKE * 0.62 * side;
            g.fill(new Ellipse2D.Double(x + side / 2 - r, y + side * 0.92 - r, 2 * r, 2 * r));
        }
    }
}
