package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.metrics.EvaluationReport;

/**
 * What a shortcut reaches on the same photos: the higher it is, the less a model's figure on this set says of faces.
 *
 * @param name such as "file header only"
 * @param method what it sees and how it learns
 * @param fittedOn the photos that it learned from
 * @param report with or without mask, as in the headline
 */
public record Baseline(String name, String method, String fittedOn, EvaluationReport report) {}
