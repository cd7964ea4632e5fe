package io.github.maskwatch.metrics.detection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the curve of precision over recall, as COCO takes it: the mean over the recalls 0, .01 … 1 of the best precision at
 * that recall or above ({@code COCOeval.accumulate} of pycocotools, to the last bit of its limits).
 */
final class AveragePrecision {
    private static final int POINTS = 101;
    private static final int THRESHOLDS = 10;
    /** numpy's {@code linspace(.5, .95, 10)}: a threshold that differs in its last bit decides boxes of whole pixels otherwise. */
    private static final double STEP = (0.95 - 0.5) / (THRESHOLDS - 1);
    /** numpy's {@code spacing(1)}. */
    private static final double TINY = Math.ulp(1.0);

    /** IoU .50, .55 … .95. */
    static final List<Double> IOU_THRESHOLDS = IntStream.range(0, THRESHOLDS)
            .mapToObj(i -> i == THRESHOLDS - 1 ? 0.95 : i * STEP + 0.5)
            .toList();

    private AveragePrecision() {}

    /**
     * The best precision at each of the recalls or above; 0 where that recall is never reached.
     *
     * @param hits how many right detections there are among the first, the first two …
     * @param misses how many wrong ones
     * @param positives marks to be found, above 0
     */
    static double[] precisions(double[] hits, double[] misses, double positives) {
        int n = hits.length;
        double[] precision = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double here = hits[i] / (misses[i] + hits[i] + TINY);
            precision[i] = i == n - 1 ? here : Math.max(here, precision[i + 1]);
        }
        double[] points = new double[POINTS];
        int i = 0;
        for (int p = 0; p < POINTS; p++) {
            while (i < n && hits[i] / positives < recall(p)) {
                i++;
            }
            points[p] = i < n ? precision[i] : 0;
        }
        return points;
    }

    /** The recall of a point, 0–1. */
    static double recall(int point) {
        return point == POINTS - 1 ? 1 : point * 0.01;
    }

    /** @return NaN where there is nothing to be found */
    static double of(double[] hits, double[] misses, double positives) {
        if (positives <= 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (double precision : precisions(hits, misses, positives)) {
            sum += precision;
        }
        return sum / POINTS;
    }
}
