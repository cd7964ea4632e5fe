package io.github.maskwatch.training.detector;

import io.github.maskwatch.mask.MaskState;

/**
 * How the parts of the loss weigh.
 *
 * @param box of the boxes, beside 1 for the face score; above 0
 * @param classes of the classes, beside 1 for the face score; above 0
 * @param incorrect how much more a mask worn incorrectly counts within the classes, because it is rare; at least 1
 */
public record DetectionLossConfig(double box, double classes, double incorrect) {

    public DetectionLossConfig {
        if (!(box > 0 && classes > 0)) {
            throw new IllegalArgumentException("weights must be above 0, got box " + box + ", classes " + classes);
        }
        if (!(incorrect >= 1 && incorrect <= 100)) {
            throw new IllegalArgumentException("incorrect must be in 1..100, got " + incorrect);
        }
    }

    public static DetectionLossConfig defaults() {
        return new DetectionLossConfig(2.5, 1, 2);
    }

    double weight(MaskState state) {
        return state == MaskState.WORN_INCORRECTLY ? incorrect : 1;
    }
}
