package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A square as large as a face must be to count, with its plate below: to be held against the faces beside it. */
final class FaceGauge {
    private static final Color COLOR = new Color(0xF4F7FF);
    private static final Color RIM = new Color(8, 12, 20, 170);

    private final double side;
    private final Scale scale;
    private final PlacePlate plate;

    /** @param side px of the picture, above 0 */
    FaceGauge(double side, Lettering lettering, Scale scale) {
        this.side = side;
        this.scale = scale;
        plate = new PlacePlate("least face", COLOR, lettering, scale).with(Math.round(side) + " px");
    }

    /** In which corners of the bounds it may be. */
    List<Box> places(Box bounds) {
        double inset = scale.line() * 5;
        double width = Math.max(side, plate.width());
        double height = side + gap() + plate.height();
        double right = bounds.right() - inset - width;
        double bottom = bounds.bottom() - inset - height;
        double left = bounds.x() + inset;
        double top = bounds.y() + inset;
        return List.of(
                new Box(right, bottom, width, height),
                new Box(left, bottom, width, height),
                new Box(right, top, width, height),
                new Box(left, top, width, height));
    }

    private double gap() {
        return scale.line() * 2;
    }

    void draw(Graphics2D g, Box place) {
        Rectangle2D square = new Rectangle2D.Double(place.x(), place.y(), side, side);
        float line = (float) scale.line();
        g.setColor(RIM);
        g.setStroke(new BasicStroke(line * 2));
        g.draw(square);
        g.setColor(COLOR);
        g.setStroke(new BasicStroke(
                line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3 * line, 2 * line}, 0));
        g.draw(square);
        plate.draw(g, new Box(place.x(), place.y() + side + gap(), plate.width(), plate.height()));
    }
}
