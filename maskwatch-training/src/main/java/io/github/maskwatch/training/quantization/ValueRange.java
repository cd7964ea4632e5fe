package io.github.maskwatch.training.quantization;

/**
 * What a tensor's values are taken to lie between. Zero is always in it, for what surrounds a map must stay exactly zero.
 *
 * @param low 0 or below
 * @param high 0 or above
 */
record ValueRange(float low, float high) {

    ValueRange {
        if (!(low <= 0 && high >= 0 && high - low < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a range must be finite and hold 0, got " + low + " to " + high);
        }
    }

    /** The smallest one that holds both these values and 0. */
    static ValueRange around(float least, float largest) {
        return new ValueRange(Math.min(0, least), Math.max(0, largest));
    }

    ValueRange times(double factor) {
        return new ValueRange((float) (low * factor), (float) (high * factor));
    }

    float width() {
        return high - low;
    }
}
