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
 * b. Faces that tell two bend that, so that along one coordinate the loss may have several dips. Therefore each coordinate is first
 * looked over on a grid and only then narrowed down by golden section about its best point, one coordinate after the other, then several
 * by one factor; a step is taken only if the loss falls, so that the fit is never worse than no temperature. To be fitted on a validation set.
 */
public final class TemperatureFit {
    private static final double LEAST = 0.1;
    private static final double MOST = 10;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GRID = 24;
    private static final int SECTIONS = 25;
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
        return pairs.isEmpty() ? Temperatures.NONE : new TemperatureFit(pairs).common();
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
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && before - loss(best) > DONE; round++) {
            before = loss(best);
            for (MaskState state : MaskState.values()) {
                Temperatures from = best;
                best = isTrueSomewhere(state) ? better(from, least(t -> with(from, state, t))) : from;
            }
            best = together(best);
        }
        return best;
    }

    /** Along the ridges that single coordinates crawl along: two temperatures, or all three, by one factor. */
    private Temperatures together(Temperatures start) {
        Temperatures best = start;
        for (MaskState left : MaskState.values()) {
            Temperatures from = best;
            best = better(from, least(factor -> scaled(from, Set.of(left), factor)));
        }
        Temperatures from = best;
        return better(from, least(factor -> scaled(from, Set.of(), factor)));
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

    private Temperatures common() {
        return better(Temperatures.NONE, least(t -> new Temperatures(t, t, t)));
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

    /** The temperatures of the least loss along a line. */
    private Temperatures least(Along along) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double loss = loss(along.at(1 / onGrid(i)));
            best = loss < least ? i : best;
            least = Math.min(least, loss);
        }
        return along.at(1 / golden(along, onGrid(Math.max(0, best - 1)), onGrid(Math.min(GRID, best + 1))));
    }

    /** {@code 1 / T}, evenly spaced in its logarithm. */
    private static double onGrid(int i) {
        return 1 / MOST * Math.pow(MOST / LEAST, (double) i / GRID);
    }

    /** The {@code 1 / T} of the least loss between two, by golden section. */
    private double golden(Along along, double from, double to) {
        double low = from;
        double high = to;
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
        return (low + high) / 2;
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
