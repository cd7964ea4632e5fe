package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often each true state was called which. Rows are the truth, columns what was said, both in the order of the states given.
 * Immutable, thread-safe.
 *
 * <p>Every share has its 95 % interval; a share of nothing is NaN with the interval 0–1. The intervals suppose that examples are
 * independent; several pictures of one person make them too narrow.
 */
public final class ConfusionMatrix {
    private final List<MaskState> states;
    private final long[][] counts;

    private ConfusionMatrix(List<MaskState> states, long[][] counts) {
        this.states = states;
        this.counts = counts;
    }

    /**
     * Counts the judgements.
     *
     * @param states the states that can be true or said, at least two, none twice
     * @throws IllegalArgumentException if a judgement has another state
     */
    public static ConfusionMatrix of(List<MaskState> states, Iterable<Judgement> judgements) {
        List<MaskState> order = checked(states);
        long[][] counts = new long[order.size()][order.size()];
        for (Judgement judgement : judgements) {
            counts[index(order, judgement.truth())][index(order, judgement.said())]++;
        }
        return new ConfusionMatrix(order, counts);
    }

    /**
     * A matrix of known counts.
     *
     * @param counts {@code [truth][said]}, square, as large as {@code states}, none negative; copied
     */
    public static ConfusionMatrix ofCounts(List<MaskState> states, long[][] counts) {
        List<MaskState> order = checked(states);
        if (counts.length != order.size()) {
            throw new IllegalArgumentException("counts must have " + order.size() + " rows, got " + counts.length);
        }
        long[][] copy = new long[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            copy[i] = row(counts[i], order.size());
        }
        return new ConfusionMatrix(order, copy);
    }

    private static long[] row(long[] counts, int size) {
        if (counts.length != size) {
            throw new IllegalArgumentException("a row must have " + size + " counts, got " + counts.length);
        }
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts must be at least 0, got " + count);
            }
        }
        return counts.clone();
    }

    private static List<MaskState> checked(List<MaskState> states) {
        List<MaskState> copy = List.copyOf(states);
        if (copy.size() < 2 || copy.stream().distinct().count() < copy.size()) {
            throw new IllegalArgumentException("states must be two or more, none twice, got " + copy);
        }
        return copy;
    }

    private static int index(List<MaskState> states, MaskState state) {
        int index = states.indexOf(state);
        if (index < 0) {
            throw new IllegalArgumentException("state must be one of " + states + ", got " + state);
        }
        return index;
    }

    /** The states, in the order of rows and columns. */
    public List<MaskState> states() {
        return states;
    }

    /** How many examples of {@code truth} were called {@code said}. */
    public long count(MaskState truth, MaskState said) {
        return counts[index(states, truth)][index(states, said)];
    }

    /** Examples in all. */
    public long n() {
        return states.stream().mapToLong(this::support).sum();
    }

    /** Examples that truly are in this state. */
    public long support(MaskState truth) {
        return Arrays.stream(counts[index(states, truth)]).sum();
    }

    /** Examples that were called this state. */
    public long said(MaskState state) {
        int column = index(states, state);
        return Arrays.stream(counts).mapToLong(row -> row[column]).sum();
    }

    /** Share of all examples that were called what they are. */
    public Interval accuracy() {
        return Interval.wilson95(
                states.stream().mapToLong(state -> count(state, state)).sum(), n());
    }

    /** Share of this state's examples that were called so (sensitivity). */
    public Interval recall(MaskState state) {
        return Interval.wilson95(count(state, state), support(state));
    }

    /** Share of those called this state that are so. */
    public Interval precision(MaskState state) {
        return Interval.wilson95(count(state, state), said(state));
    }

    /**
     * The harmonic mean of precision and recall, {@code F1 = 2 TP / (2 TP + FP + FN)}.
     *
     * <p>With {@code J = TP / (TP + FP + FN)} it is {@code F1 = 2 J / (1 + J)}, which grows with J; and given the denominator, TP
     * is binomial. So the interval is Wilson's of J, carried over: the "Wilson indirect" method of K. F. Y. Lam, V. Gopal and
     * J. Qian, "Confidence intervals for the F1 score: a comparison of four methods", arXiv:2309.14621, 2023. It neither leaves
     * 0–1 nor shrinks to a point where all are right or all are wrong, as a bootstrap does.
     */
    public Interval f1(MaskState state) {
        long hits = count(state, state);
        Interval j = Interval.wilson95(hits, support(state) + said(state) - hits);
        return new Interval(f1OfJaccard(j.value()), f1OfJaccard(j.low()), f1OfJaccard(j.high()));
    }

    private static double f1OfJaccard(double j) {
        return 2 * j / (1 + j);
    }

    /**
     * The mean recall of the states that have examples: what accuracy would be if each had as many.
     *
     * <p>The interval puts Wilson's limits of the recalls together by square-and-add, {@code low = value - sqrt(sum (r - l)²) / k}
     * and alike above (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
     * Medicine 17, 1998; for any linear combination G. Y. Zou and A. Donner, same journal 27, 2008). The recalls are independent,
     * as each has examples of its own.
     */
    public Interval balancedAccuracy() {
        List<Interval> recalls = states.stream()
                .filter(state -> support(state) > 0)
                .map(this::recall)
                .toList();
        if (recalls.isEmpty()) {
            return Interval.wilson95(0, 0);
        }
        double sum = 0;
        double below = 0;
        double above = 0;
        for (Interval recall : recalls) {
            sum += recall.value();
            below += square(recall.value() - recall.low());
            above += square(recall.high() - recall.value());
        }
        int k = recalls.size();
        double value = sum / k;
        return new Interval(
                value, Math.max(0, value - Math.sqrt(below) / k), Math.min(1, value + Math.sqrt(above) / k));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Rows by truth, each with its counts by what was said: for those who print or draw it. */
    public Map<MaskState, Map<MaskState, Long>> rows() {
        Map<MaskState, Map<MaskState, Long>> rows = new EnumMap<>(MaskState.class);
        for (MaskState truth : states) {
            Map<MaskState, Long> row = new EnumMap<>(MaskState.class);
            states.forEach(said -> row.put(said, count(truth, said)));
            rows.put(truth, row);
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && states.equals(that.states)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix" + rows();
    }
}
