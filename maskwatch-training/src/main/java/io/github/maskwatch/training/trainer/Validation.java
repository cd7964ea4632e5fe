package io.github.maskwatch.training.trainer;

/**
 * How a network does on photos it did not learn from.
 *
 * @param loss what the best epoch has least of: of a classifier its mean cross-entropy in nats
 * @param accuracy 0–1
 */
public record Validation(double loss, double accuracy) {}
