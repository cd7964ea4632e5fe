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
        if (!(validationShare > 0 && testShare >= 0 && validationShare + testShare < 1)) {
            throw new IllegalArgumentException(
                    "the shares of validation (above 0) and test (0 or more) must add up to less than 1, got "
                            + validationShare + " and " + testShare);
        }
    }

    /** 80 % to train, 10 % each for validation and test; three classes where there are three. */
    public static DatasetConfig defaults() {
        return new DatasetConfig(0.1, 0.1, 1, ThirdClass.KEEP);
    }
}
