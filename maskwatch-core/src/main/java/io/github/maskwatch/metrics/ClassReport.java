package io.github.maskwatch.metrics;

import io.github.maskwatch.mask.MaskState;

/**
 * The figures of one state; those of a share of nothing are NaN with the interval 0–1.
 *
 * @param support examples that truly are in this state
 */
public record ClassReport(MaskState state, long support, Interval precision, Interval recall, Interval f1) {}
