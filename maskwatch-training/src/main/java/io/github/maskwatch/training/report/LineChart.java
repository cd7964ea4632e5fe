package io.github.maskwatch.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Values by epoch, such as loss and accuracy, for training and validation. */
final class LineChart {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 300;
    private static final double LEFT = 52;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 44;
    private static final double BOTTOM = HEIGHT - 42;
    /** Above this many epochs dots would hide the line. */
    private static final int MAX_DOTS = 40;

    private final String title;
    private final List<Series> series;
    private final int bestEpoch;
    private final Scale x;
    private final Scale y;
    private final Markup svg = new Markup();

    private LineChart(String title, List<Series> series, int bestEpoch, Scale y) {
        this.title = title;
        this.series = series;
        this.bestEpoch = bestEpoch;
        int epochs = Math.max(2, series.get(0).values().size());
        this.x = new Scale(1, epochs, LEFT + 8, RIGHT - 8);
        this.y = y;
    }

    /** Losses: the axis starts at 0. */
    static Drawing loss(String title, List<Series> series, int bestEpoch) {
        double high = values(series).max().orElse(1);
        return new LineChart(title, series, bestEpoch, new Scale(0, roundedUp(Math.max(1e-3, high)), BOTTOM, TOP))
                .draw();
    }

    /** Shares: the axis ends at 1. */
    static Drawing share(String title, List<Series> series, int bestEpoch) {
        double low = values(series).min().orElse(0);
        double floor = Math.max(0, Math.min(0.95, Math.floor(low * 20) / 20));
        return new LineChart(title, series, bestEpoch, new Scale(floor, 1, BOTTOM, TOP)).draw();
    }

    private static DoubleStream values(List<Series> series) {
        return series.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }

    private static double roundedUp(double value) {
        double step = Scale.step(value / 5);
        return Math.ceil(value / step - 1e-9) * step;
    }

    private Drawing draw() {
        frame();
        best();
        legend();
        series.forEach(this::line);
        return new Drawing(WIDTH, HEIGHT, title, svg.toString());
    }

    private void frame() {
        svg.leaf("text", title, "class", "mw-title", "x", LEFT, "y", 18.0);
        List<Double> ticks = y.ticks(5);
        int decimals = Scale.decimals(ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1);
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
        for (double tick : x.ticks(8)) {
            if (tick == Math.rint(tick)) {
                svg.leaf(
                        "text",
                        Integer.toString((int) tick),
                        "class",
                        "mw-tick mw-mid",
                        "x",
                        x.px(tick),
                        "y",
                        BOTTOM + 18);
            }
        }
        svg.leaf("text", "epoch", "class", "mw-tick mw-end", "x", RIGHT, "y", HEIGHT - 6);
    }

    private void best() {
        if (bestEpoch > 0) {
            double at = x.px(bestEpoch);
            svg.empty("line", "class", "mw-best", "x1", at, "x2", at, "y1", TOP, "y2", BOTTOM);
            svg.leaf("text", "kept: epoch " + bestEpoch, "class", "mw-tick", "x", LEFT, "y", HEIGHT - 6);
        }
    }

    private void legend() {
        double at = LEFT;
        for (Series line : series) {
            svg.empty("line", "class", "mw-line " + line.style(), "x1", at, "x2", at + 18, "y1", 32.0, "y2", 32.0);
            svg.leaf("text", line.name(), "class", "mw-tick", "x", at + 24, "y", 36.0);
            at += 24 + 8 * line.name().length() + 18;
        }
    }

    private void line(Series line) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (Double.isFinite(value)) {
                path.append(drawing ? 'L' : 'M').append(point(i + 1, value));
            }
            drawing = Double.isFinite(value);
        }
        if (path.length() > 0) {
            svg.empty("path", "class", "mw-line " + line.style(), "d", path);
        }
        if (line.values().size() <= MAX_DOTS) {
            dots(line);
        }
    }

    private void dots(Series line) {
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (Double.isFinite(value)) {
                svg.open(
                                "circle",
                                "class",
                                "mw-dot " + line.style(),
                                "cx",
                                x.px(i + 1),
                                "cy",
                                y.px(value),
                                "r",
                                i + 1 == bestEpoch ? 4.5 : 3.0)
                        .leaf("title", line.name() + ", epoch " + (i + 1) + ": " + Figures.decimal(value, 4))
                        .close();
            }
        }
    }

    private String point(int epoch, double value) {
        return Figures.coordinate(x.px(epoch)) + " " + Figures.coordinate(y.px(value));
    }
}
