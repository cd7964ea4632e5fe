package io.github.maskwatch.vote;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Weighted looks, the older the fainter: how many, what they say on average, and which share of them calls each state. */
final class Evidence {
    private final Map<MaskState, Double> logSum = new EnumMap<>(MaskState.class);
    private final Map<MaskState, Double> calledWeight = new EnumMap<>(MaskState.class);
    private double weight;
    private double worth;
    private int looks;

    Evidence() {
        clear();
    }

    /**
     * @param decay what the looks so far still weigh, 0–1
     * @param leastProbability that a state's counts as
     */
    void add(double decay, Look look, double lookWeight, double leastProbability) {
        logSum.replaceAll((state, sum) -> sum * decay + lookWeight * look.log(state, leastProbability));
        calledWeight.replaceAll((state, called) -> called * decay);
        weight = weight * decay + lookWeight;
        worth = worth * decay + lookWeight;
        if (look.called()) {
            calledWeight.merge(look.prediction().state(), lookWeight, Double::sum);
        }
        looks++;
    }

    /**
     * Lets the looks so far weigh less beside those to come, without being worth less themselves: the first look stands for its moment
     * alone, until others of the same moment join it.
     */
    void weighLess(double factor) {
        logSum.replaceAll((state, sum) -> sum * factor);
        calledWeight.replaceAll((state, called) -> called * factor);
        weight *= factor;
    }

    void clear() {
        for (MaskState state : MaskState.values()) {
            logSum.put(state, 0.0);
            calledWeight.put(state, 0.0);
        }
        weight = 0;
        worth = 0;
        looks = 0;
    }

    void become(Evidence other) {
        logSum.putAll(other.logSum);
        calledWeight.putAll(other.calledWeight);
        weight = other.weight;
        worth = other.worth;
        looks = other.looks;
    }

    int looks() {
        return looks;
    }

    /** Weighted share of the looks that call the state by themselves, 0–1. */
    double share(MaskState state) {
        return weight > 0 ? calledWeight.getOrDefault(state, 0.0) / weight : 0;
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
        double largest = Collections.max(logSum.values());
        Map<MaskState, Double> odds = new EnumMap<>(logSum);
        odds.replaceAll((state, sum) -> Math.exp((sum - largest) / weight * independent));
        double sum = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        odds.replaceAll((state, odd) -> odd / sum);
        return new MaskPrediction(
                odds.getOrDefault(MaskState.WITH_MASK, 0.0),
                odds.getOrDefault(MaskState.WITHOUT_MASK, 0.0),
                odds.getOrDefault(MaskState.WORN_INCORRECTLY, 0.0));
    }
}
