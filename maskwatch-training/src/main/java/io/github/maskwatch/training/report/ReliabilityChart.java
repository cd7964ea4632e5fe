package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.Calibration;
import io.github.maskwatch.metrics.ReliabilityBin;

/** A reliability diagram: how often a model was right against how sure it was, with each bin's 95 % interval and its share. */
final class ReliabilityChart {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 390;
    private static final double LEFT = 52;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 34;
    private static final double BOTTOM = 274;
    /** The histogram below the diagram. */
    private static final double BASE = 340;

    private static final double LOWEST = BASE - 46;

    private final Calibration calibration;
    private final String examples;
    private final Scale x = new Scale(0, 1, LEFT, RIGHT);
    private final Scale y = new Scale(0, 1, BOTTOM, TOP);
    private final Markup svg = new Markup();

    private ReliabilityChart(Calibration calibration, String examples) {
        this.calibration = calibration;
        this.examples = examples;
    }

    static Drawing draw(Calibration calibration) {
        return draw(calibration, "photos");
    }

    /** @param examples what is counted, such as "faces" */
    static Drawing draw(Calibration calibration, String examples) {
        return new ReliabilityChart(calibration, examples).draw();
    }

    private Drawing draw() {
        svg.leaf("text", "How often it was right", "class", "mw-title", "x", LEFT, "y", 18.0);
        for (double tick : y.ticks(5)) {
            svg.empty("line", "class", "mw-grid", "x1", LEFT, "x2", RIGHT, "y1", y.px(tick), "y2", y.px(tick));
            svg.leaf("text", Figures.decimal(tick, 1), "class", "mw-tick mw-end", "x", LEFT - 8, "y", y.px(tick) + 4);
            svg.leaf("text", Figures.decimal(tick, 1), "class", "mw-tick mw-mid", "x", x.px(tick), "y", BASE + 18);
        }
        svg.leaf("text", "how sure it was", "class", "mw-tick mw-end", "x", RIGHT, "y", HEIGHT - 12);
        svg.leaf("text", "bars: number of " + examples, "class", "mw-tick", "x", LEFT, "y", HEIGHT - 12);
        svg.empty("line", "class", "mw-ideal", "x1", x.px(0), "y1", y.px(0), "x2", x.px(1), "y2", y.px(1));
        long most =
                calibration.bins().stream().mapToLong(ReliabilityBin::n).max().orElse(1);
        for (ReliabilityBin bin : calibration.bins()) {
            if (bin.n() > 0) {
                bar(bin, (double) bin.n() / most);
                dot(bin);
            }
        }
        return new Drawing(
                WIDTH, HEIGHT, "Reliability diagram: accuracy against probability, in 15 bins", svg.toString());
    }

    private void bar(ReliabilityBin bin, double share) {
        double height = Math.max(1, share * (BASE - LOWEST));
        svg.open(
                        "rect",
                        "class",
                        "mw-bar",
                        "x",
                        x.px(bin.low()) + 1.5,
                        "y",
                        BASE - height,
                        "width",
                        x.px(bin.high()) - x.px(bin.low()) - 3,
                        "height",
                        height)
                .leaf("title", Figures.count(bin.n()) + " " + examples)
                .close();
    }

    private void dot(ReliabilityBin bin) {
        double at = x.px(bin.confidence());
        svg.empty(
                "line",
                "class",
                "mw-whisker",
                "x1",
                at,
                "x2",
                at,
                "y1",
                y.px(bin.accuracy().low()),
                "y2",
                y.px(bin.accuracy().high()));
        svg.open(
                        "circle",
                        "class",
                        "mw-dot mw-a",
                        "cx",
                        at,
                        "cy",
                        y.px(bin.accuracy().value()),
                        "r",
                        4.5)
                .leaf(
                        "title",
                        "sure " + Figures.percent(bin.confidence()) + ", right " + Figures.percent(bin.accuracy())
                                + " of " + Figures.count(bin.n()))
                .close();
    }
}
