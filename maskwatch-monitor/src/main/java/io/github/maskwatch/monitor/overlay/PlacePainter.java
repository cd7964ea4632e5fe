package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.zone.Headcount;
import io.github.maskwatch.zone.Line;
import io.github.maskwatch.zone.Passages;
import io.github.maskwatch.zone.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws zones and lines on one picture. Their colours are none of those that tell of masks. */
final class PlacePainter {
    private static final List<Color> COLORS =
            List.of(new Color(0x5B9DFF), new Color(0xC08CFF), new Color(0x35C7D3), new Color(0xFF8AC4));
    private static final Color LINE = new Color(0xF4F7FF);
    private static final Color RIM = new Color(8, 12, 20, 150);
    private static final int FILL_ALPHA = 38;

    private final Graphics2D g;
    private final Lettering lettering;
    private final int width;
    private final int height;
    private final Scale scale;
    private final PlateChoices choices;

    PlacePainter(Graphics2D g, Lettering lettering, int width, int height) {
        this.g = g;
        this.lettering = lettering;
        this.width = width;
        this.height = height;
        scale = Scale.of(width, height);
        choices = new PlateChoices(width, height, scale);
    }

    private static Color color(int zone) {
        return COLORS.get(zone % COLORS.size());
    }

    void drawShapes(Places places) {
        for (int i = 0; i < places.zones().size(); i++) {
            drawZone(places.zones().get(i), color(i));
        }
        places.lines().forEach(mark -> drawLine(mark.line()));
    }

    private void drawZone(ZoneMark mark, Color color) {
        Path2D border = new Path2D.Double();
        for (Point corner : mark.zone().area().corners()) {
            if (border.getCurrentPoint() == null) {
                border.moveTo(corner.x() * width, corner.y() * height);
            } else {
                border.lineTo(corner.x() * width, corner.y() * height);
            }
        }
        border.closePath();
        g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), FILL_ALPHA));
        g.fill(border);
        g.setColor(RIM);
        g.setStroke(stroke(scale.line() * 1.8));
        g.draw(border);
        g.setColor(color);
        g.setStroke(stroke(scale.line() * 0.9));
        g.draw(border);
    }

    private static BasicStroke stroke(double line) {
        return new BasicStroke((float) line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void drawLine(Line line) {
        double x1 = line.from().x() * width;
        double y1 = line.from().y() * height;
        double x2 = line.to().x() * width;
        double y2 = line.to().y() * height;
        Line2D whole = new Line2D.Double(x1, y1, x2, y2);
        Path2D arrow = arrow(line);
        double dot = scale.line() * 4;
        g.setColor(RIM);
        g.setStroke(stroke(scale.line() * 3));
        g.draw(whole);
        g.draw(arrow);
        g.setColor(LINE);
        g.setStroke(stroke(scale.line() * 1.4));
        g.draw(whole);
        g.fill(arrow);
        g.fill(new Ellipse2D.Double(x1 - dot / 2, y1 - dot / 2, dot, dot));
        g.fill(new Ellipse2D.Double(x2 - dot / 2, y2 - dot / 2, dot, dot));
    }

    /** From the middle of the line to its right hand, px. */
    private Path2D arrow(Line line) {
        double along = choices.length(line);
        double ux = (line.to().x() - line.from().x()) * width / along;
        double uy = (line.to().y() - line.from().y()) * height / along;
        double x = (line.from().x() + line.to().x()) / 2 * width;
        double y = (line.from().y() + line.to().y()) / 2 * height;
        double unit = scale.line();
        double[][] outline = {{-1.2, 0}, {-1.2, 7}, {-4.2, 7}, {0, 13}, {4.2, 7}, {1.2, 7}, {1.2, 0}};
        Path2D arrow = new Path2D.Double();
        for (double[] corner : outline) {
            double cx = x + unit * (corner[0] * ux - corner[1] * uy);
            double cy = y + unit * (corner[0] * uy + corner[1] * ux);
            if (arrow.getCurrentPoint() == null) {
                arrow.moveTo(cx, cy);
            } else {
                arrow.lineTo(cx, cy);
            }
        }
        arrow.closePath();
        return arrow;
    }

    /**
     * Draws the plates, each where it hides least.
     *
     * @param bounds where plates may be
     * @param taken what they should not cover, most of all the faces
     * @return where they are
     */
    List<Box> drawPlates(Places places, Box bounds, List<Box> taken) {
        List<Box> kept = new ArrayList<>(taken);
        places.lines().forEach(mark -> kept.addAll(covered(mark.line())));
        PlateLayout layout = new PlateLayout(bounds, kept);
        List<Box> plates = new ArrayList<>();
        for (LineMark mark : places.lines()) {
            PlacePlate plate = counted(new PlacePlate(mark.line().name(), LINE, lettering, scale), mark.passages())
                    .fitting(choices.roomBeside(), bounds.width());
            plates.add(layout.place(choices.besides(mark.line(), plate)));
            plate.draw(g, plates.get(plates.size() - 1));
        }
        for (int i = 0; i < places.zones().size(); i++) {
            ZoneMark mark = places.zones().get(i);
            PlacePlate plate = counted(new PlacePlate(mark.zone().name(), color(i), lettering, scale), mark.count())
                    .fitting(choices.roomWithin(mark.zone()), bounds.width());
            plates.add(layout.place(choices.within(mark.zone(), plate)));
            plate.draw(g, plates.get(plates.size() - 1));
        }
        if (places.leastFacePx() > 0) {
            FaceGauge gauge = new FaceGauge(places.leastFacePx(), lettering, scale);
            plates.add(layout.place(gauge.places(bounds)));
            gauge.draw(g, plates.get(plates.size() - 1));
        }
        return plates;
    }

    /** Where the line and its arrow are: no plate should hide which way is in. */
    private List<Box> covered(Line line) {
        Rectangle2D arrow = arrow(line).getBounds2D();
        List<Box> covered = new ArrayList<>();
        covered.add(new Box(arrow.getX(), arrow.getY(), arrow.getWidth(), arrow.getHeight()));
        double side = scale.line() * 2;
        int pieces = (int) Math.ceil(choices.length(line) / (2 * side));
        for (int i = 0; i <= pieces; i++) {
            double share = (double) i / pieces;
            double x = (line.from().x() + share * (line.to().x() - line.from().x())) * width;
            double y = (line.from().y() + share * (line.to().y() - line.from().y())) * height;
            covered.add(new Box(x - side / 2, y - side / 2, side, side));
        }
        return covered;
    }

    private static PlacePlate counted(PlacePlate plate, @Nullable Passages passages) {
        return passages == null ? plate : plate.with("in " + passages.in()).with("out " + passages.out());
    }

    private static PlacePlate counted(PlacePlate plate, @Nullable Headcount count) {
        if (count == null || count.people() == 0) {
            return count == null ? plate : plate.with("0");
        }
        for (MaskState state : MaskState.values()) {
            if (count.of(state) > 0) {
                plate.with(Verdict.of(state), count.of(state));
            }
        }
        if (count.cannotTell() > 0) {
            plate.with(Verdict.CANNOT_TELL, count.cannotTell());
        }
        return plate;
    }
}
