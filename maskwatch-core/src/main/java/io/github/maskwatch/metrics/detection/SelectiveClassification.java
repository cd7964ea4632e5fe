package io.github.maskwatch.metrics.detection;

import java.util.List;
import java.util.Optional;

/**
 * When to call a face's state and when to say that one cannot tell: the least confidence such that at most a given share of the called
 * is wrong.
 *
 * <p>The strict choice is "selection with guaranteed risk", SGR (Y. Geifman and R. El-Yaniv, "Selective classification for deep neural
 * networks", NeurIPS 2017, algorithm 1): a binary search over the confidences that occur, in {@code k = ceil(log2 n)} steps; each step
 * bounds the risk of the calls above by the exact binomial tail at {@code doubt / k}, so that by the union bound all k bounds hold
 * together with a probability of at least {@code 1 - doubt} over the draw of the calls, whatever step is kept. We keep the step with
 * the most calls whose bound is at most the risk asked for; theirs keeps the last. It supposes new faces drawn like these ones, and
 * independently.
 *
 * <p>A bound of 2 % at 95 % needs some 270 calls without a single mistake (with k = 10). Where no step meets it, the empirical
 * choice is taken: the most calls of which at most that share is wrong here. It guarantees nothing; its bound is that of the one
 * threshold as if it had been fixed before, and is told beside it.
 */
public final class SelectiveClassification {
    private final double risk;
    private final double doubt;

    /**
     * @param risk share of the called that may be wrong, such as .02
     * @param doubt probability that the guarantee fails, such as .05
     */
    public SelectiveClassification(double risk, double doubt) {
        if (!(risk > 0 && risk < 1) || !(doubt > 0 && doubt < 1)) {
            throw new IllegalArgumentException("risk and doubt must be between 0 and 1, got " + risk + " and " + doubt);
        }
        this.risk = risk;
        this.doubt = doubt;
    }

    /** The strict choice if there is one, otherwise the empirical one. */
    public CallThreshold choose(List<Call> calls) {
        return guaranteed(calls).orElseGet(() -> empirical(calls));
    }

    /** SGR; empty if no step of the search meets the risk at this confidence. */
    public Optional<CallThreshold> guaranteed(List<Call> calls) {
        List<RiskCoverage.Point> points = RiskCoverage.of(calls).points();
        int steps = Math.max(1, (int) Math.ceil(Math.log(Math.max(2, calls.size())) / Math.log(2)));
        Optional<CallThreshold> best = Optional.empty();
        int from = 0;
        int to = points.size() - 1;
        for (int step = 0; step < steps && from <= to; step++) {
            int middle = (from + to) >>> 1;
            RiskCoverage.Point point = points.get(middle);
            double bound = BinomialBound.upper(point.wrong(), point.called(), doubt / steps);
            if (bound <= risk) {
                best = Optional.of(threshold(point, bound, true));
                from = middle + 1;
            } else if (point.risk() <= risk && isTooFew(point, steps)) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return best;
    }

    /** Whether even without a mistake so few calls could not meet the risk: then the search has to go to more of them. */
    private boolean isTooFew(RiskCoverage.Point point, int steps) {
        return BinomialBound.upper(0, point.called(), doubt / steps) > risk;
    }

    /** The most calls of which at most the share is wrong; nothing called if there are none such. */
    public CallThreshold empirical(List<Call> calls) {
        RiskCoverage.Point best = null;
        for (RiskCoverage.Point point : RiskCoverage.of(calls).points()) {
            best = point.risk() <= risk ? point : best;
        }
        return best == null
                ? new CallThreshold(1, 0, 0, calls.size(), 1, 1 - doubt, false)
                : threshold(best, BinomialBound.upper(best.wrong(), best.called(), doubt), false);
    }

    private CallThreshold threshold(RiskCoverage.Point point, double bound, boolean guaranteed) {
        return new CallThreshold(
                point.confidence(), point.called(), point.wrong(), point.of(), bound, 1 - doubt, guaranteed);
    }

    /** What a threshold chosen elsewhere does on these calls; its bound is that of a threshold fixed before they were seen. */
    public CallThreshold at(double threshold, List<Call> calls) {
        long called =
                calls.stream().filter(call -> call.confidence() >= threshold).count();
        long wrong = calls.stream()
                .filter(call -> call.confidence() >= threshold && call.wrong())
                .count();
        double bound = BinomialBound.upper(wrong, called, doubt);
        return new CallThreshold(threshold, called, wrong, calls.size(), bound, 1 - doubt, bound <= risk);
    }
}
