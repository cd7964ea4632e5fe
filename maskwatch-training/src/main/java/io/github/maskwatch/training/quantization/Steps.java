package io.github.maskwatch.training.quantization;

/**
 * How numbers of eight bits without a sign stand for real ones: {@code (number - zeroPoint) * scale}, and outside of what they reach
 * for the nearest (B. Jacob and others, "Quantization and training of neural networks for efficient integer-arithmetic-only
 * inference", CVPR 2018).
 *
 * @param scale from one number to the next, above 0
 * @param zeroPoint the number that stands for 0, 0–255
 */
record Steps(float scale, int zeroPoint) {
    static final int LARGEST = 255;

    Steps {
        if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale must be above 0, got " + scale);
        }
        if (zeroPoint < 0 || zeroPoint > LARGEST) {
            throw new IllegalArgumentException("zeroPoint must be in 0..255, got " + zeroPoint);
        }
    }

    /** 256 numbers evenly over the range. */
    static Steps over(ValueRange range) {
        // A tensor that is always zero still needs a scale, and any will do.
        float scale = range.width() < Float.MIN_NORMAL * 1024 ? 1 : range.width() / LARGEST;
        return new Steps(scale, Math.min(LARGEST, Math.max(0, Math.round(-range.low() / scale))));
    }

    int number(double value) {
        return (int) Math.min(LARGEST, Math.max(0, Math.rint(value / scale) + zeroPoint));
    }

    double value(int number) {
        return (number - zeroPoint) * (double) scale;
    }
}
