package io.github.maskwatch.training.report;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param style class of the style sheet that gives its colour
 * @param values one per epoch, the first epoch first; NaN leaves a gap
 */
record Series(String name, String style, List<Double> values) {
    Series {
        values = List.copyOf(values);
    }
}
