package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.metrics.ConfusionMatrix;
import java.util.List;

/** A confusion matrix: rows the truth, columns what was said; the shade is the share of the row. */
final class ConfusionChart {
    private static final double LEFT = 124;
    private static final double TOP = 74;
    private static final double CELL_WIDTH = 112;
    private static final double CELL_HEIGHT = 72;

    private final ConfusionMatrix matrix;
    private final String examples;
    private final List<MaskState> states;
    private final Markup svg = new Markup();

    private ConfusionChart(ConfusionMatrix matrix, String examples) {
        this.matrix = matrix;
        this.examples = examples;
        this.states = matrix.states();
    }

    static Drawing draw(ConfusionMatrix matrix) {
        return draw(matrix, "photos");
    }

    /** @param examples what is counted, such as "faces" */
    static Drawing draw(ConfusionMatrix matrix, String examples) {
        return new ConfusionChart(matrix, examples).draw();
    }

    private Drawing draw() {
        svg.leaf("text", "Confusion matrix", "class", "mw-title", "x", 12.0, "y", 18.0);
        svg.leaf("text", "what it said", "class", "mw-tick", "x", LEFT, "y", 42.0);
        svg.leaf("text", "truth", "class", "mw-tick mw-end", "x", LEFT - 12, "y", TOP - 10);
        for (int i = 0; i < states.size(); i++) {
            svg.leaf(
                    "text",
                    states.get(i).label(),
                    "class",
                    "mw-name mw-mid",
                    "x",
                    LEFT + (i + 0.5) * CELL_WIDTH,
                    "y",
                    TOP - 10);
            rowName(i);
            for (int j = 0; j < states.size(); j++) {
                cell(i, j);
            }
        }
        return new Drawing(
                LEFT + CELL_WIDTH * states.size() + 12,
                TOP + CELL_HEIGHT * states.size() + 14,
                "Confusion matrix: rows the truth, columns what the model said",
                svg.toString());
    }

    private void rowName(int row) {
        double middle = TOP + (row + 0.5) * CELL_HEIGHT;
        MaskState truth = states.get(row);
        svg.leaf("text", truth.label(), "class", "mw-name mw-end", "x", LEFT - 12, "y", middle);
        svg.leaf(
                "text",
                Figures.count(matrix.support(truth)) + " " + examples,
                "class",
                "mw-tick mw-end",
                "x",
                LEFT - 12,
                "y",
                middle + 17);
    }

    private void cell(int row, int column) {
        MaskState truth = states.get(row);
        long count = matrix.count(truth, states.get(column));
        double share = matrix.support(truth) == 0 ? 0 : (double) count / matrix.support(truth);
        double x = LEFT + column * CELL_WIDTH;
        double y = TOP + row * CELL_HEIGHT;
        svg.empty(
                "rect",
                "class",
                row == column ? "mw-cell mw-right" : "mw-cell mw-wrong",
                "x",
                x + 1.5,
                "y",
                y + 1.5,
                "width",
                CELL_WIDTH - 3,
                "height",
                CELL_HEIGHT - 3,
                "rx",
                6.0,
                "fill-opacity",
                0.06 + 0.84 * share);
        // White is hard to read on a pale orange, earlier than on a pale blue.
        String ink = share > (row == column ? 0.5 : 0.75) ? "mw-on" : "mw-ink";
        double middle = x + CELL_WIDTH / 2;
        svg.leaf("text", Figures.count(count), "class", "mw-count mw-mid " + ink, "x", middle, "y", y + 36);
        svg.leaf("text", Figures.percent(share), "class", "mw-share mw-mid " + ink, "x", middle, "y", y + 56);
    }
}
