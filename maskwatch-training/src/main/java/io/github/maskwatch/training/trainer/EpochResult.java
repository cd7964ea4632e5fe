package io.github.maskwatch.training.trainer;

import java.time.Duration;

/**
 * What one epoch came to.
 *
 * @param epoch from 1
 * @param trainLoss mean over the epoch's photos while the weights were still changing, nats; with dropout, augmentation and, where
 *     they are switched on, label smoothing and class weights
 * @param trainAccuracy 0–1, measured in the same way
 * @param validationLoss mean cross-entropy over the validation photos after the epoch, nats; plain, so that runs can be compared
 * @param validationAccuracy 0–1
 * @param learningRate of the epoch's last step
 * @param imagesPerSecond training photos per second, validation not counted
 * @param duration of training and validation together
 */
public record EpochResult(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double imagesPerSecond,
        Duration duration) {

    public EpochResult {
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch must be at least 1, got " + epoch);
        }
        requireShare("trainAccuracy", trainAccuracy);
        requireShare("validationAccuracy", validationAccuracy);
        requireFinite("trainLoss", trainLoss);
        requireFinite("validationLoss", validationLoss);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1, got " + value);
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, got " + value);
        }
    }
}
