package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.Temperatures;
import java.util.List;
import java.util.Set;

/**
 * Finds the temperatures that make what is said of found faces as probable as possible: those of the least mean negative log
 * likelihood of the true states. A face whose annotations do not tell "worn incorrectly" from "without mask" asks for the sum of the
 * two.
 *
 * <p>With {@code b_c = 1 / T_c} the loss of a face of three told states is {@code -b_y log p_y + log sum_k exp(b_k log p_k)}, convex in
 * b; so going along one coordinate after the other, each by golden section, ends at the least one (the sums of the faces that tell two
 * bend that little). To be fitted on a validation set.
 */
public final class TemperatureFit {
    private static final double LEAST = 0.1;
    private static final double MOST = 10;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SECTIONS = 40;
    private static final int MOST_ROUNDS = 60;
    private static final double DONE = 1e-8;
    private static final double LEAST_PROBABILITY = 1e-15;

    private final List<FacePair> pairs;
    /** {@code [face][state]}: logarithms of what was said; minus infinity where a state was given no probability. */
    private final double[][] logs;

    private TemperatureFit(List<FacePair> pairs) {
        this.pairs = List.copyOf(pairs);
        this.logs = this.pairs.stream()
                .map(pair -> pair.answer().prediction())
                .map(said -> new double[] {
                    Math.log(said.withMask()), Math.log(said.withoutMask()), Math.log(said.wornIncorrectly())
                })
                .toArray(double[][]::new);
    }

    /** A temperature per state, each in .1–10; 1 for a state that is never true among the faces, or without faces. */
    public static Temperatures perState(List<FacePair> pairs) {
        return new TemperatureFit(pairs).perState();
    }

    /** One temperature for all states, in .1–10: what to take where some state has too few faces. */
    public static Temperatures common(List<FacePair> pairs) {
        TemperatureFit fit = new TemperatureFit(pairs);
        double t = pairs.isEmpty()
                ? 1
                : fit.golden(temperature -> new Temperatures(temperature, temperature, temperature));
        return new Temperatures(t, t, t);
    }

    /** Mean negative log likelihood of the true states, nats per face; NaN without faces. */
    public static double loss(List<FacePair> pairs, Temperatures temperatures) {
        return new TemperatureFit(pairs).loss(temperatures);
    }

    private interface Along {
        Temperatures at(double temperature);
    }

    private Temperatures perState() {
        Temperatures best = Temperatures.NONE;
        double loss = loss(best);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (MaskState state : MaskState.values()) {
                if (isTrueSomewhere(state)) {
                    Temperatures from = best;
                    double t = golden(temperature -> with(from, state, temperature));
                    best = with(best, state, t);
                }
            }
            best = together(best);
            double next = loss(best);
            if (!(loss - next > DONE)) {
                return best;
            }
            loss = next;
        }
        return best;
    }

    /** Along the ridges that single coordinates crawl along: two temperatures, or all three, by one factor. Never worse than before. */
    private Temperatures together(Temperatures start) {
        Temperatures best = start;
        for (MaskState left : MaskState.values()) {
            best = better(best, along(best, Set.of(left)));
        }
        return better(best, along(best, Set.of()));
    }

    private Temperatures along(Temperatures from, Set<MaskState> left) {
        double factor = golden(f -> scaled(from, left, f));
        return scaled(from, left, factor);
    }

    /** All by a factor, but those left out and those of states that are never true. */
    private Temperatures scaled(Temperatures from, Set<MaskState> left, double factor) {
        Temperatures scaled = from;
        for (MaskState state : MaskState.values()) {
            if (!left.contains(state) && isTrueSomewhere(state)) {
                scaled = with(scaled, state, within(from.of(state) * factor));
            }
        }
        return scaled;
    }

    private Temperatures better(Temperatures one, Temperatures other) {
        return loss(other) < loss(one) ? other : one;
    }

    private static double within(double temperature) {
        return Math.max(LEAST, Math.min(MOST, temperature));
    }

    private boolean isTrueSomewhere(MaskState state) {
        return pairs.stream().anyMatch(pair -> pair.truth().state() == state);
    }

    private static Temperatures with(Temperatures from, MaskState state, double t) {
        return new Temperatures(
                state == MaskState.WITH_MASK ? t : from.withMask(),
                state == MaskState.WITHOUT_MASK ? t : from.withoutMask(),
                state == MaskState.WORN_INCORRECTLY ? t : from.wornIncorrectly());
    }

    /** The temperature of the least loss, by golden section over {@code 1 / T}. */
    private double golden(Along along) {
        double low = 1 / MOST;
        double high = 1 / LEAST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double lossLeft = loss(along.at(1 / left));
        double lossRight = loss(along.at(1 / right));
        for (int i = 0; i < SECTIONS; i++) {
            if (lossLeft <= lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - GOLDEN * (high - low);
                lossLeft = loss(along.at(1 / left));
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + GOLDEN * (high - low);
                lossRight = loss(along.at(1 / right));
            }
        }
        return 2 / (low + high);
    }

    private double loss(Temperatures temperatures) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double with = logs[i][0] / temperatures.withMask();
            double without = logs[i][1] / temperatures.withoutMask();
            double incorrectly = logs[i][2] / temperatures.wornIncorrectly();
            double most = Math.max(with, Math.max(without, incorrectly));
            sum -= logarithmOfTruth(
                    pairs.get(i), Math.exp(with - most), Math.exp(without - most), Math.exp(incorrectly - most));
        }
        return logs.length == 0 ? Double.NaN : sum / logs.length;
    }

    /** The logarithm of the true state's share of the three weights. */
    private static double logarithmOfTruth(FacePair pair, double with, double without, double incorrectly) {
        double truth = switch (pair.truth().state()) {
            case WITH_MASK -> with;
            case WITHOUT_MASK -> pair.tellsIncorrect() ? without : without + incorrectly;
            case WORN_INCORRECTLY -> pair.tellsIncorrect() ? incorrectly : without + incorrectly;
        };
        return Math.log(Math.max(LEAST_PROBABILITY, truth / (with + without + incorrectly)));
    }
}
