package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.mask.MaskedFace;

/**
 * How {@link MaskedFace#surety() sure} an answer must be for its state to be called: of a face that is below, nothing can be told
 * (selective prediction; the thresholds are chosen on validation scenes so that few of the called are wrong).
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

    /** The same answer, called if it is sure enough. */
    public MaskedFace call(MaskedFace answer) {
        double threshold = switch (answer.prediction().state()) {
            case WITH_MASK -> withMask;
            case WITHOUT_MASK -> withoutMask;
            case WORN_INCORRECTLY -> wornIncorrectly;
        };
        return new MaskedFace(answer.face(), answer.prediction(), answer.surety() >= threshold);
    }
}
