package io.github.maskwatch.mask;

/**
 * How much surer or less sure than a network says one should be, per state: the probabilities become
 * {@code p'_c = p_c^(1/T_c) / sum_k p_k^(1/T_k)}, which is the softmax of {@code log p_c / T_c}. Above 1 a state is said less surely,
 * below 1 more so.
 *
 * <p>With one temperature for all states this is temperature scaling (C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On
 * calibration of modern neural networks", ICML 2017); with one for each it is their vector scaling without bias, on logits brought
 * to the form {@code log p}. That form matters: a constant added to all logits of a face, which leaves its probabilities as they
 * are, would not leave {@code logit_c / T_c} so.
 */
public record Temperatures(double withMask, double withoutMask, double wornIncorrectly) {
    /** Changes nothing. */
    public static final Temperatures NONE = new Temperatures(1, 1, 1);

    /** A probability of 0 has no logarithm; nothing that a float softmax gives lies below it but 0 itself. */
    private static final double LEAST_PROBABILITY = 1e-12;

    public Temperatures {
        requireTemperature("withMask", withMask);
        requireTemperature("withoutMask", withoutMask);
        requireTemperature("wornIncorrectly", wornIncorrectly);
    }

    private static void requireTemperature(String name, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the temperature of " + name + " must be a finite number above 0, got " + value);
        }
    }

    public double of(MaskState state) {
        return switch (state) {
            case WITH_MASK -> withMask;
            case WITHOUT_MASK -> withoutMask;
            case WORN_INCORRECTLY -> wornIncorrectly;
        };
    }

    /** What was said, as surely as it should be. A state of probability 0 keeps it, as a model of two states never learned it. */
    public MaskPrediction apply(MaskPrediction said) {
        if (this.equals(NONE)) {
            return said;
        }
        double with = power(said.withMask(), withMask);
        double without = power(said.withoutMask(), withoutMask);
        double incorrectly = power(said.wornIncorrectly(), wornIncorrectly);
        double sum = with + without + incorrectly;
        return sum > 0 ? new MaskPrediction(with / sum, without / sum, incorrectly / sum) : said;
    }

    private static double power(double probability, double temperature) {
        return probability <= 0 ? 0 : Math.pow(Math.max(LEAST_PROBABILITY, probability), 1 / temperature);
    }
}
