package io.github.maskwatch.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model is right as often as it says. The examples are sorted into {@value #BINS} bins of equal width by the probability
 * of the state said; the expected calibration error is {@code ECE = sum n_b / n · |accuracy_b − confidence_b|} (M. P. Naeini, G. F.
 * Cooper and M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015; in this form for the
 * most probable class C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017).
 *
 * @param error ECE, 0–1; NaN without examples
 * @param bins all {@value #BINS}, from the least sure to the surest, empty ones too
 */
public record Calibration(double error, List<ReliabilityBin> bins) {
    public static final int BINS = 15;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Sorts the judgements into bins; a probability on an edge belongs to the bin below it, as in Guo et al. */
    public static Calibration of(List<Judgement> judgements) {
        long[] n = new long[BINS];
        long[] correct = new long[BINS];
        double[] confidence = new double[BINS];
        for (Judgement judgement : judgements) {
            double sure = judgement.prediction().confidence();
            int bin = Math.min(BINS, Math.max(1, (int) Math.ceil(sure * BINS))) - 1;
            n[bin]++;
            correct[bin] += judgement.correct() ? 1 : 0;
            confidence[bin] += sure;
        }
        List<ReliabilityBin> bins = new ArrayList<>(BINS);
        for (int b = 0; b < BINS; b++) {
            double mean = n[b] == 0 ? Double.NaN : Math.min(1, confidence[b] / n[b]);
            bins.add(new ReliabilityBin(
                    (double) b / BINS, (b + 1.0) / BINS, mean, Interval.wilson95(correct[b], n[b]), n[b]));
        }
        return new Calibration(error(bins, judgements.size()), bins);
    }

    private static double error(List<ReliabilityBin> bins, int n) {
        double sum = 0;
        for (ReliabilityBin bin : bins) {
            sum += bin.n() == 0 ? 0 : bin.n() * Math.abs(bin.accuracy().value() - bin.confidence());
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
