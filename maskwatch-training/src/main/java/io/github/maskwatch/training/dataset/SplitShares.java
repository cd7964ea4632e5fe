package io.github.maskwatch.training.dataset;

/**
 * How photos are dealt where they come without a split.
 *
 * @param validation share of the photos of each class, above 0
 * @param test share of them, 0 or more; both together below 1
 * @param seed of the order in which they are dealt
 */
public record SplitShares(double validation, double test, long seed) {

    public SplitShares {
        if (!(validation > 0 && test >= 0 && validation + test < 1)) {
            throw new IllegalArgumentException(
                    "the shares of validation (above 0) and test (0 or more) must add up to less than 1, got "
                            + validation + " and " + test);
        }
    }
}
