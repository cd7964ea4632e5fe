package io.github.maskwatch.metrics.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many calls are wrong if only the surest are made (Y. Geifman and R. El-Yaniv, "Selective classification for deep neural
 * networks", NeurIPS 2017).
 *
 * @param points by rising coverage, one for each confidence that occurs
 * @param area under the curve, AURC: the mean risk over all coverages (Y. Geifman, G. Uziel and R. El-Yaniv, "Bias-reduced uncertainty
 *     estimation for deep neural classifiers", ICLR 2019), 0–1; calls of one confidence are made together; NaN without calls
 */
public record RiskCoverage(List<Point> points, double area) {

    public RiskCoverage {
        points = List.copyOf(points);
    }

    /**
     * Calls of at least one confidence.
     *
     * @param called how many they are
     * @param wrong how many of them are wrong
     * @param of how many could be called in all
     */
    public record Point(double confidence, long called, long wrong, long of) {

        /** Share called, 0–1. */
        public double coverage() {
            return (double) called / of;
        }

        /** Share of the called that is wrong, 0–1. */
        public double risk() {
            return (double) wrong / called;
        }
    }

    public static RiskCoverage of(List<Call> calls) {
        List<Call> sorted = calls.stream()
                .sorted(Comparator.comparingDouble(call -> -call.confidence()))
                .toList();
        List<Point> points = new ArrayList<>();
        long wrong = 0;
        double area = 0;
        int before = 0;
        for (int i = 0; i < sorted.size(); i++) {
            wrong += sorted.get(i).wrong() ? 1 : 0;
            boolean last = i + 1 == sorted.size();
            if (last || sorted.get(i + 1).confidence() < sorted.get(i).confidence()) {
                Point point = new Point(sorted.get(i).confidence(), i + 1, wrong, sorted.size());
                points.add(point);
                area += (i + 1 - before) * point.risk() / sorted.size();
                before = i + 1;
            }
        }
        return new RiskCoverage(points, sorted.isEmpty() ? Double.NaN : area);
    }
}
