package io.github.maskwatch.cli.picture;

import static io.github.maskwatch.cli.picture.DrawnPerson.alpha;
import static io.github.maskwatch.cli.picture.DrawnPerson.mix;
import static io.github.maskwatch.cli.picture.DrawnPerson.round;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** A pleated mask on a {@link DrawnPerson}, in that face's units. */
record DrawnMask(Place place, Color cloth) {
    /** How far up the mask is pulled. */
    enum Place {
        NONE(0, 0),
        OVER_NOSE(.12, .28),
        UNDER_NOSE(.56, .62);

        private final double top;
        private final double side;

        Place(double top, double side) {
            this.top = top;
            this.side = side;
        }
    }

    static DrawnMask none() {
        return new DrawnMask(Place.NONE, Color.WHITE);
    }

    void draw(Graphics2D g) {
        if (place == Place.NONE) {
            return;
        }
        loops(g);
        Path2D shape = outline();
        g.setPaint(round(-.1, .62, 1.15, mix(cloth, Color.WHITE, .45), cloth, mix(cloth, Color.BLACK, .38)));
        g.fill(shape);
        Shape clip = g.getClip();
        g.clip(shape);
        pleats(g);
        g.setClip(clip);
        g.setStroke(round(.02f));
        g.setColor(alpha(mix(cloth, Color.BLACK, .5), 150));
        g.draw(shape);
    }

    private void loops(Graphics2D g) {
        g.setStroke(round(.035f));
        g.setColor(new Color(245, 245, 245));
        for (int side = -1; side <= 1; side += 2) {
            g.draw(new QuadCurve2D.Double(side * .9, place.side, side, 0, side * 1.04, -.12));
            g.draw(new QuadCurve2D.Double(side * .72, .95, side, .6, side * 1.04, .3));
        }
    }

    private Path2D outline() {
        double top = place.top;
        double side = place.side;
        Path2D shape = new Path2D.Double();
        shape.moveTo(-.95, side);
        shape.curveTo(-.6, side - .06, -.3, top + .02, 0, top);
        shape.curveTo(.3, top + .02, .6, side - .06, .95, side);
        shape.curveTo(.93, .75, .72, 1.1, .45, 1.3);
        shape.curveTo(.2, 1.42, -.2, 1.42, -.45, 1.3);
        shape.curveTo(-.72, 1.1, -.93, .75, -.95, side);
        shape.closePath();
        return shape;
    }

    private void pleats(Graphics2D g) {
        g.setStroke(round(.03f));
        for (int i = 1; i <= 3; i++) {
            double y = place.side + .2 * i;
            g.setColor(alpha(mix(cloth, Color.BLACK, .45), 120));
            g.draw(new QuadCurve2D.Double(-.95, y, 0, y + .12, .95, y));
            g.setColor(alpha(Color.WHITE, 90));
            g.draw(new QuadCurve2D.Double(-.95, y + .04, 0, y + .16, .95, y + .04));
        }
        g.setStroke(round(.06f));
        g.setColor(alpha(Color.WHITE, 130));
        g.draw(new QuadCurve2D.Double(-.6, place.side + .02, 0, place.top - .04, .6, place.side + .02));
    }
}
