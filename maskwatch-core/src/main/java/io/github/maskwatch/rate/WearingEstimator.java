package io.github.maskwatch.rate;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.zone.Headcount;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * From what was said of people to how many wear a mask. Immutable and thread-safe; the same counts have the same answer, in whatever order they
 * are asked for.
 *
 * <p><b>The estimate.</b> Rogan and Gladen's [1] for those of whom a state was said, with "worn incorrectly" counting as not wearing; those of whom
 * none was said are shared out by how much harder to tell faces without a mask are than those with one ({@link Mixture}).
 *
 * <p><b>Its interval.</b> Neither what is said of people nor the confusion is known exactly. Both are drawn, so many times, from their posterior
 * distributions under Jeffreys' prior, and the estimate is made of each draw; 95 % of these lie between the limits, a share below 0
 * or above 1 among those told counting as 0 or 1. A formula such as that of Lang and Reiczigel [2] knows the uncertainty of sensitivity and specificity, but has no
 * place for people of whom nothing is said.
 *
 * <p><b>What is assumed.</b> That the detector errs before this camera as on the labelled faces; that the odds of "cannot tell" with and without a mask
 * have the same ratio as there (how often it is said at all may differ); that one passage's error says nothing of the next one's. Nothing here can
 * check that.
 *
 * <p>[1] See {@link Mixture}. [2] Lang, Z. and Reiczigel, J. Confidence limits for prevalence of disease adjusted for estimated sensitivity and
 * specificity. Preventive Veterinary Medicine 113, 2014.
 */
public final class WearingEstimator {
    /** Limits of 2,000 draws differ from one seed to the next by some hundredths of the interval's width. */
    public static final int DRAWS = 2000;

    private static final Interval UNKNOWN = new Interval(Double.NaN, 0, 1);

    private final ConfusionDraws two;
    private final @Nullable ConfusionDraws three;
    private final long seed;

    /**
     * @param draws at least 40, so that a fortieth of them is one
     * @param random asked now, never later
     */
    public WearingEstimator(Confusion confusion, int draws, RandomGenerator random) {
        if (draws < 40) {
            throw new IllegalArgumentException("draws must be at least 40, got " + draws);
        }
        two = two(confusion, draws, random);
        three = confusion.wornIncorrectly().told() == 0 ? null : three(confusion, draws, random);
        seed = random.nextLong();
    }

    private static ConfusionDraws two(Confusion confusion, int draws, RandomGenerator random) {
        Headcount with = confusion.withMask();
        Headcount without = confusion.notWearing();
        return new ConfusionDraws(
                new double[][] {folded(with), folded(without)},
                new double[] {with.cannotTell(), without.cannotTell()},
                draws,
                random);
    }

    private static ConfusionDraws three(Confusion confusion, int draws, RandomGenerator random) {
        Headcount with = confusion.withMask();
        Headcount without = confusion.withoutMask();
        Headcount incorrectly = confusion.wornIncorrectly();
        return new ConfusionDraws(
                new double[][] {told(with), told(without), told(incorrectly)},
                new double[] {with.cannotTell(), without.cannotTell(), incorrectly.cannotTell()},
                draws,
                random);
    }

    private static double[] folded(Headcount said) {
        return new double[] {said.withMask(), said.withoutMask() + said.wornIncorrectly()};
    }

    private static double[] told(Headcount said) {
        return new double[] {said.withMask(), said.withoutMask(), said.wornIncorrectly()};
    }

    /** The share that wears a mask, of so many people of whom this was said. */
    public WearingRate estimate(Headcount passages) {
        long told = passages.told();
        return new WearingRate(
                passages,
                Interval.wilson95(passages.withMask(), told),
                wearing(passages),
                states(passages),
                Interval.wilson95(passages.cannotTell(), passages.people()));
    }

    /** The {@link WearingRate#wearing} of {@link #estimate} alone: the three states take longer. */
    public Interval wearing(Headcount passages) {
        if (passages.told() == 0) {
            return UNKNOWN;
        }
        double[] said = folded(passages);
        double untold = passages.cannotTell();
        return interval(two.value(said, untold)[0], two.limits(said, untold, random(passages))[0]);
    }

    private StateShares states(Headcount passages) {
        if (three == null || passages.told() == 0) {
            return new StateShares(UNKNOWN, UNKNOWN, UNKNOWN);
        }
        double[] said = told(passages);
        double untold = passages.cannotTell();
        double[] value = three.value(said, untold);
        double[][] limits = three.limits(said, untold, random(passages));
        return new StateShares(
                interval(value[0], limits[0]), interval(value[1], limits[1]), interval(value[2], limits[2]));
    }

    private RandomGenerator random(Headcount passages) {
        return new SplittableRandom(seed + passages.hashCode());
    }

    /** An estimate of few passages may lie just outside its draws. */
    private static Interval interval(double value, double[] limits) {
        return new Interval(value, Math.min(value, limits[0]), Math.max(value, limits[1]));
    }
}
