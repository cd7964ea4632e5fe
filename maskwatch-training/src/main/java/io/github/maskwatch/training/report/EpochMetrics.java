package io.github.maskwatch.training.report;

/**
 * What one epoch of training came to.
 *
 * @param epoch from 1
 * @param loss mean cross-entropy of the training batches, nats per example, as they were seen (augmented, with dropout)
 * @param accuracy share of those examples said right, 0–1
 * @param validationLoss nats per example; NaN where there was no validation
 * @param validationAccuracy 0–1; NaN where there was none
 * @param seconds the epoch took, validation included
 * @param imagesPerSecond training images, without validation
 */
public record EpochMetrics(
        int epoch,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double seconds,
        double imagesPerSecond) {
    public EpochMetrics {
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch must be at least 1, got " + epoch);
        }
    }
}
