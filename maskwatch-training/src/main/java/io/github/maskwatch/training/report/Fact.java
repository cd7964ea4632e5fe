package io.github.maskwatch.training.report;

/**
 * Something to know about a run, such as its seed.
 *
 * @param name for people, such as "learning rate"
 * @param value for people, such as "0.001"
 */
public record Fact(String name, String value) {}
