package io.github.maskwatch.metrics.detection;

/**
 * A detector that offers only what it scores at least {@code score}.
 *
 * @param recall share of the faces that it finds, 0–1
 * @param precision share of what it offers that is right, 0–1; as counted, not yet the best at this recall or above
 */
public record CurvePoint(double score, double recall, double precision) {}
