package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;

/** Weighted looks, the older the fainter: how many, what they say on average, and which share of them calls each state. */
final class Evidence {
    private static final MaskState[] STATES = MaskState.values();

    private final double[] logSum = new double[STATES.length];
    private final double[] calledWeight = new double[STATES.length];
    private double weight;
    private double worth;
    private int looks;

    /**
     * @param decay what the looks so far still weigh, 0–1
     * @param logs log-probability of each state
     */
    void add(double decay, Look look, double lookWeight, double[] logs) {
        for (int i = 0; i < STATES.length; i++) {
            logSum[i] = logSum[i] * decay + lookWeight * logs[i];
            calledWeight[i] *= decay;
        }
        weight = weight * decay + lookWeight;
        worth = worth * decay + lookWeight;
        if (look.called()) {
            calledWeight[look.prediction().state().ordinal()] += lookWeight;
        }
        looks++;
    }

    /**
     * Lets the looks so far weigh less beside those to come, without being worth less themselves: the first look stands for its moment
     * alone, until others of the same moment join it.
     */
    void weighLess(double factor) {
        for (int i = 0; i < STATES.length; i++) {
            logSum[i] *= factor;
            calledWeight[i] *= factor;
        }
        weight *= factor;
    }

    void clear() {
        become(new Evidence());
    }

    void become(Evidence other) {
        System.arraycopy(other.logSum, 0, logSum, 0, logSum.length);
        System.arraycopy(other.calledWeight, 0, calledWeight, 0, calledWeight.length);
        weight = other.weight;
        worth = other.worth;
        looks = other.looks;
    }

    int looks() {
        return looks;
    }

    /** Weighted share of the looks that call the state by themselves, 0–1. */
    double share(MaskState state) {
        return weight > 0 ? calledWeight[state.ordinal()] / weight : 0;
    }

    /**
     * Probabilities from the mean log-probability of the looks times the number of independent looks that they are worth: of n looks
     * whose mistakes have the correlation rho, n / (1 + (n - 1) rho) [1].
     *
     * <p>[1] Kish, L. Survey Sampling. Wiley, 1965: the design effect of a cluster.
     */
    MaskPrediction prediction(double likeness) {
        if (!(weight > 0)) {
            return Vote.NONE.prediction();
        }
        // Less than one look is worth what it is.
        double independent = worth <= 1 ? worth : worth / (1 + (worth - 1) * likeness);
        double[] odds = new double[STATES.length];
        double largest = Math.max(logSum[0], Math.max(logSum[1], logSum[2]));
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp((logSum[i] - largest) / weight * independent);
            sum += odds[i];
        }
        return new MaskPrediction(odds[0] / sum, odds[1] / sum, odds[2] / sum);
    }
}
