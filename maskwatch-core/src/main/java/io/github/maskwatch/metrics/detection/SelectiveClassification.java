package io.github.maskwatch.metrics.detection;

import java.util.List;
import java.util.Optional;

/**
 * When to call a face's state and when to say that one cannot tell: the least confidence such that at most a given share of the called
 * is wrong.
 *
 * <p>The strict choice controls the risk by testing in a fixed sequence (A. Angelopoulos and others, "Learn then test: calibrating
 * predictive algorithms to achieve risk control", Annals of Applied Statistics, 2025), a sharper form of "selection with guaranteed risk"
 * (Y. Geifman and R. El-Yaniv, "Selective classification for deep neural networks", NeurIPS 2017): starting with as many of the surest
 * calls as could meet the risk with one mistake among them, and then a hundredth of all calls more each time, the exact binomial
 * bound at {@code doubt} is looked at; the last one before the first that fails is kept. The sequence does not depend on what was wrong, so the
 * guarantee fails with a probability of at most {@code doubt} over the draw of the calls. It supposes new faces drawn like these
 * ones, and independently.
 *
 * <p>A bound of 2 % at 95 % needs 236 calls with one mistake among them, or 386 with three. Where the first step does not meet it, the
 * empirical choice is taken: the most calls of which at most that share is wrong here. It guarantees nothing; its bound is that of the
 * one threshold as if it had been fixed before, and is told beside it.
 */
public final class SelectiveClassification {
    /** By how large a share of all calls the sequence goes on. */
    private static final double STEP = 0.01;

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

    /** Empty if the first step of the sequence does not meet the risk at this confidence. */
    public Optional<CallThreshold> guaranteed(List<Call> calls) {
        Optional<CallThreshold> best = Optional.empty();
        double next = 0;
        for (RiskCoverage.Point point : RiskCoverage.of(calls).points()) {
            if (point.called() < next || isTooFew(point.called())) {
                continue;
            }
            double bound = BinomialBound.upper(point.wrong(), point.called(), doubt);
            if (bound > risk) {
                break;
            }
            best = Optional.of(threshold(point, bound, true));
            next = point.called() + STEP * calls.size();
        }
        return best;
    }

    /** Whether so few calls could not meet the risk with one mistake among them. */
    private boolean isTooFew(long called) {
        return BinomialBound.upper(1, called, doubt) > risk;
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
