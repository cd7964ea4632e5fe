package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.metrics.Interval;

/**
 * One of the two classes at a working threshold.
 *
 * @param name as in {@link DetectionQuestion#classes()}
 * @param faces true ones of this class
 * @param precision share of the answers said to be of this class that lie on a face of this class
 * @param recall share of the faces of this class that were found and said to be so
 */
public record ClassAtWork(String name, long faces, Interval precision, Interval recall) {}
