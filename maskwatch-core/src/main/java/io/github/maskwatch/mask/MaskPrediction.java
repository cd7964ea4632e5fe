package io.github.maskwatch.mask;

/**
 * A probability for each state; they add up to 1 within 1e-5. A model of two classes gives {@code wornIncorrectly = 0}.
 *
 * @param withMask 0–1
 * @param withoutMask 0–1
 * @param wornIncorrectly 0–1
 */
public record MaskPrediction(double withMask, double withoutMask, double wornIncorrectly) {
    private static final double TOLERANCE = 1e-5;

    public MaskPrediction {
        requireProbability("withMask", withMask);
        requireProbability("withoutMask", withoutMask);
        requireProbability("wornIncorrectly", wornIncorrectly);
        double sum = withMask + withoutMask + wornIncorrectly;
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException("probabilities must add up to 1, got " + sum);
        }
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1 + TOLERANCE)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /** The most probable state; of equals, the first in the enum's order. */
    public MaskState state() {
        if (withMask >= withoutMask && withMask >= wornIncorrectly) {
            return MaskState.WITH_MASK;
        }
        return withoutMask >= wornIncorrectly ? MaskState.WITHOUT_MASK : MaskState.WORN_INCORRECTLY;
    }

    public double probability(MaskState state) {
        return switch (state) {
            case WITH_MASK -> withMask;
            case WITHOUT_MASK -> withoutMask;
            case WORN_INCORRECTLY -> wornIncorrectly;
        };
    }

    /** The probability of {@link #state()}. */
    public double confidence() {
        return probability(state());
    }
}
