package io.github.maskwatch.training.report;

import java.util.List;
import java.util.Locale;

/** Curves of one share over another, such as precision over recall. */
final class PlaneChart {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 330;
    private static final double LEFT = 56;
    private static final double RIGHT = WIDTH - 18;
    private static final double TOP = 46;
    private static final double BOTTOM = HEIGHT - 50;

    private final Markup svg = new Markup();
    private final Scale x = new Scale(0, 1, LEFT, RIGHT);
    private final Scale y;

    private PlaneChart(double highest) {
        this.y = new Scale(0, highest, BOTTOM, TOP);
    }

    /**
     * One curve.
     *
     * @param style class of the style sheet that gives its colour
     * @param points from left to right
     */
    record Curve(String name, String style, List<Point> points) {
        Curve {
            points = List.copyOf(points);
        }
    }

    /** Both 0–1. */
    record Point(double x, double y) {}

    /**
     * Draws the curves.
     *
     * @param across name of the axis to the right, which goes from 0 to 1
     * @param up name of the axis upwards
     * @param highest where that one ends
     */
    static Drawing draw(String title, String across, String up, double highest, List<Curve> curves) {
        PlaneChart chart = new PlaneChart(highest);
        chart.frame(title, across, up);
        chart.legend(curves);
        curves.forEach(chart::curve);
        return new Drawing(WIDTH, HEIGHT, title, chart.svg.toString());
    }

    private void frame(String title, String across, String up) {
        svg.leaf("text", title, "class", "mw-title", "x", LEFT, "y", 18.0);
        List<Double> ticks = y.ticks(5);
        int decimals = Scale.decimals(ticks.get(1) - ticks.get(0));
        for (double tick : ticks) {
            svg.empty("line", "class", "mw-grid", "x1", LEFT, "x2", RIGHT, "y1", y.px(tick), "y2", y.px(tick));
            svg.leaf(
                    "text",
                    String.format(Locale.ROOT, "%." + decimals + "f", tick),
                    "class",
                    "mw-tick mw-end",
                    "x",
                    LEFT - 8,
                    "y",
                    y.px(tick) + 4);
        }
        for (double tick : x.ticks(5)) {
            svg.empty("line", "class", "mw-grid", "x1", x.px(tick), "x2", x.px(tick), "y1", TOP, "y2", BOTTOM);
            svg.leaf("text", Figures.decimal(tick, 1), "class", "mw-tick mw-mid", "x", x.px(tick), "y", BOTTOM + 18);
        }
        svg.leaf("text", across, "class", "mw-tick mw-end", "x", RIGHT, "y", HEIGHT - 10);
        svg.leaf("text", "up: " + up, "class", "mw-tick", "x", LEFT, "y", HEIGHT - 10);
    }

    private void legend(List<Curve> curves) {
        double at = LEFT;
        for (Curve curve : curves) {
            svg.empty("line", "class", "mw-line " + curve.style, "x1", at, "x2", at + 18, "y1", 33.0, "y2", 33.0);
            svg.leaf("text", curve.name, "class", "mw-tick", "x", at + 24, "y", 37.0);
            at += 24 + 7 * curve.name.length() + 14;
        }
    }

    private void curve(Curve curve) {
        StringBuilder path = new StringBuilder();
        for (Point point : curve.points) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(Figures.coordinate(x.px(point.x)))
                    .append(' ')
                    .append(Figures.coordinate(Math.max(TOP, y.px(point.y))));
        }
        if (path.length() > 0) {
            svg.empty("path", "class", "mw-line " + curve.style, "d", path);
        }
    }
}
