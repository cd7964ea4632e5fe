package io.github.maskwatch.training.dataset;

/**
 * How a folder becomes a data set.
 *
 * @param validationShare share of the photos of each class for validation, where the folder has no split of its own; above 0
 * @param testShare share for the test, 0 or more; both together below 1
 * @param seed of the split
 * @param thirdClass what becomes of photos of masks that are worn incorrectly
 */
public record DatasetConfig(double validationShare, double testShare, long seed, ThirdClass thirdClass) {

    public DatasetConfig {
        new SplitShares(validationShare, testShare, seed);
    }

    SplitShares shares() {
        return new SplitShares(validationShare, testShare, seed);
    }

    /** 80 % to train, 10 % each for validation and test; three classes where there are three. */
    public static DatasetConfig defaults() {
        return new DatasetConfig(0.1, 0.1, 1, ThirdClass.KEEP);
    }
}
