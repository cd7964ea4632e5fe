package io.github.maskwatch.training.trainer;

/**
 * What a run came to.
 *
 * @param end why it ended
 * @param history of all its epochs, those before a resume among them
 */
public record TrainingOutcome(TrainingEnd end, TrainingHistory history) {}
