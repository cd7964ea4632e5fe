package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.metrics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * 95 % intervals of mean average precision, for which there is no formula: the scenes are drawn anew with replacement, so many times
 * as there are, and the figure is taken of each draw (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of
 * Statistics 7, 1979; percentile interval). Scenes are drawn rather than faces, because faces of one picture share its light and its
 * camera. Same seed, same intervals.
 *
 * @param draws so many
 */
public record Bootstrap(int draws, long seed) {
    public static final Bootstrap DEFAULTS = new Bootstrap(1000, 1);

    private static final double TAIL = 0.025;

    public Bootstrap {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, got " + draws);
        }
    }

    /** The mean AP at IoU .5 of the classes that have faces; NaN with the interval 0–1 where none has. */
    public Interval map50(DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules) {
        return interval(question, scenes, rules, List.of(0.5));
    }

    /** The mean AP at IoU .50:.05:.95, likewise. */
    public Interval map(DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules) {
        return interval(question, scenes, rules, AveragePrecision.IOU_THRESHOLDS);
    }

    private Interval interval(
            DetectionQuestion question, List<JudgedScene> scenes, ScoringRules rules, List<Double> thresholds) {
        List<JudgedScene> counted = scenes.stream().filter(question::counts).toList();
        List<RankedDetections> classes = IntStream.range(0, question.classes().size())
                .mapToObj(c -> RankedDetections.of(counted, question, c, rules, thresholds, null))
                .toList();
        int[] once = new int[counted.size()];
        Arrays.fill(once, 1);
        double value = mean(classes, thresholds.size(), once);
        double[] drawn = drawn(counted.size(), weights -> mean(classes, thresholds.size(), weights));
        return drawn.length == 0 || Double.isNaN(value)
                ? new Interval(Double.NaN, 0, 1)
                : new Interval(
                        value,
                        Math.min(value, drawn[(int) (TAIL * drawn.length)]),
                        Math.max(value, drawn[(int) Math.ceil((1 - TAIL) * drawn.length) - 1]));
    }

    private interface Figure {
        double of(int[] weights);
    }

    /** The figures of all draws, rising. */
    private double[] drawn(int scenes, Figure figure) {
        Random random = new Random(seed);
        return IntStream.range(0, scenes == 0 ? 0 : draws)
                .mapToObj(draw -> weights(scenes, random))
                .mapToDouble(figure::of)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static int[] weights(int scenes, Random random) {
        int[] weights = new int[scenes];
        for (int i = 0; i < scenes; i++) {
            weights[random.nextInt(scenes)]++;
        }
        return weights;
    }

    private static double mean(List<RankedDetections> classes, int thresholds, int[] weights) {
        double sum = 0;
        int n = 0;
        for (RankedDetections ranked : classes) {
            for (int t = 0; t < thresholds; t++) {
                double ap = ranked.averagePrecision(t, weights);
                sum += Double.isNaN(ap) ? 0 : ap;
                n += Double.isNaN(ap) ? 0 : 1;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
