package io.github.maskwatch.rate;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.zone.Headcount;

/**
 * The share of people who wear a mask as they should, over nose and mouth. All intervals are of 95 %; a share of nothing is NaN with the
 * interval 0–1.
 *
 * @param passages what was said of whom
 * @param said share said to be with a mask, of those of whom a state was said, with Wilson's interval: what was counted, the detector's mistakes
 *     and all
 * @param wearing share with a mask of all, corrected; its interval holds the uncertainty of the passages and of the confusion
 * @param states the shares of the three states, corrected
 * @param cannotTell share of whom no state was said, with Wilson's interval; a large one means that the correction hangs on its assumption
 */
public record WearingRate(
        Headcount passages, Interval said, Interval wearing, StateShares states, Interval cannotTell) {}
