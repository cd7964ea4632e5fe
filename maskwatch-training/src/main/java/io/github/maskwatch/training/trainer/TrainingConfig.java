package io.github.maskwatch.training.trainer;

import java.time.Duration;

/**
 * What a run depends on beside the network, the photos and their augmentation. With one thread, and for networks that are trained
 * data-parallel with any number, the same values give the same weights bit for bit on the same machine; {@code checkpointEvery} has no influence on them.
 *
 * @param epochs at most, at least 1
 * @param batchSize photos per step, at least 1
 * @param weightDecay by which weights (not biases) shrink in each step, times the learning rate: decoupled, as in I. Loshchilov and F.
 *     Hutter, "Decoupled weight decay regularization", ICLR 2019; 0 for none
 * @param labelSmoothing share of the target that goes to all classes alike, 0 or more, below 1
 * @param weightAverage decay per step of the moving average of weights that is validated and kept, 0 for none; below 1. B. T. Polyak and
 *     A. B. Juditsky, "Acceleration of stochastic approximation by averaging", 1992
 * @param patience epochs without a lower validation loss after which the run ends, 0 for never
 * @param keep whose weights become the model
 * @param seed of weights, order, augmentation and dropout
 * @param threads of a step, at least 1; data-parallel it uses no more than one for every eight photos of a batch
 * @param checkpointEvery how long after the last checkpoint another one is written in the middle of an epoch
 */
public record TrainingConfig(
        int epochs,
        int batchSize,
        LearningRate learningRate,
        double weightDecay,
        double labelSmoothing,
        double weightAverage,
        ClassWeighting classWeighting,
        int patience,
        KeptEpoch keep,
        long seed,
        int threads,
        Duration checkpointEvery) {

    public TrainingConfig {
        requireAtLeast("epochs", epochs, 1);
        requireAtLeast("batchSize", batchSize, 1);
        requireAtLeast("patience", patience, 0);
        requireAtLeast("threads", threads, 1);
        if (!(weightDecay >= 0 && weightDecay < 10)) {
            throw new IllegalArgumentException("weightDecay must be 0 or more and below 10, got " + weightDecay);
        }
        requireShareBelowOne("labelSmoothing", labelSmoothing);
        requireShareBelowOne("weightAverage", weightAverage);
        if (checkpointEvery.isNegative()) {
            throw new IllegalArgumentException("checkpointEvery must not be negative, got " + checkpointEvery);
        }
    }

    /** Twenty epochs of batches of 32. */
    public static TrainingConfig defaults() {
        return new TrainingConfig(
                20,
                32,
                LearningRate.defaults(),
                0,
                0,
                0.99,
                ClassWeighting.NONE,
                8,
                KeptEpoch.BEST,
                1,
                Runtime.getRuntime().availableProcessors(),
                Duration.ofMinutes(5));
    }

    private static void requireAtLeast(String name, int value, int low) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be at least " + low + ", got " + value);
        }
    }

    private static void requireShareBelowOne(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be 0 or more and below 1, got " + value);
        }
    }
}
