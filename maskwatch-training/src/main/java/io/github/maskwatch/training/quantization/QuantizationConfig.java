package io.github.maskwatch.training.quantization;

/**
 * How a detector is brought to eight bits.
 *
 * @param scenes of the training split on which ranges are measured, at least 1; where there are fewer, all
 * @param seed draws them
 * @param ranges how the range of a tensor is chosen from what was measured
 * @param mostLost by how much a mean average precision (IoU 0.5) may fall, 0–1; more, and there is no file
 */
public record QuantizationConfig(int scenes, long seed, RangeRule ranges, double mostLost) {
    /** 200 scenes, the rule that did best on validation (docs/detector.md), half a point. */
    public static final QuantizationConfig DEFAULTS = new QuantizationConfig(200, 1, RangeRule.FULL, 0.005);

    public QuantizationConfig {
        if (scenes < 1) {
            throw new IllegalArgumentException("scenes must be at least 1, got " + scenes);
        }
        if (!(mostLost >= 0 && mostLost <= 1)) {
            throw new IllegalArgumentException("mostLost must be in 0..1, got " + mostLost);
        }
    }
}
