package io.github.maskwatch.training.trainer;

/**
 * Where an epoch stands after one of its steps.
 *
 * @param epoch from 1
 * @param epochs how many the run has at most
 * @param step within the epoch, from 1
 * @param steps how many the epoch has
 * @param loss mean over the epoch's photos until now, nats
 * @param accuracy the same, 0–1
 * @param imagesPerSecond over the epoch until now
 */
public record StepResult(
        int epoch, int epochs, int step, int steps, double loss, double accuracy, double imagesPerSecond) {}
