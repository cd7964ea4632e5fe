package io.github.maskwatch.training.batch;

/**
 * How batches are made ready. Only {@code batchSize} has an influence on what is in them.
 *
 * @param batchSize pictures, at least 1
 * @param workers threads that decode and augment, at least 1
 * @param batchesAhead batches that are ready or in work while the step runs, at least 1; each costs its pixels' memory
 */
public record BatchConfig(int batchSize, int workers, int batchesAhead) {

    public BatchConfig {
        requirePositive("batchSize", batchSize);
        requirePositive("workers", workers);
        requirePositive("batchesAhead", batchesAhead);
    }

    /** As many workers as there are processors beside the one that trains, and two batches more than workers. */
    public static BatchConfig of(int batchSize) {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new BatchConfig(batchSize, workers, workers + 2);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
