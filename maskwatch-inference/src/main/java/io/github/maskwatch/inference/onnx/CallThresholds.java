package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.mask.MaskPrediction;

/**
 * How sure one must be of a state to call it: a face whose most probable state is less probable than this is one of which nothing can
 * be told (selective prediction; the thresholds are chosen on validation scenes so that few of the called are wrong).
 *
 * @param withMask 0–1
 * @param withoutMask 0–1
 * @param wornIncorrectly 0–1
 */
public record CallThresholds(double withMask, double withoutMask, double wornIncorrectly) {

    public CallThresholds {
        requireShare("withMask", withMask);
        requireShare("withoutMask", withoutMask);
        requireShare("wornIncorrectly", wornIncorrectly);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    /** Whether the most probable state is sure enough. */
    public boolean call(MaskPrediction prediction) {
        return prediction.confidence()
                >= switch (prediction.state()) {
                    case WITH_MASK -> withMask;
                    case WITHOUT_MASK -> withoutMask;
                    case WORN_INCORRECTLY -> wornIncorrectly;
                };
    }
}
