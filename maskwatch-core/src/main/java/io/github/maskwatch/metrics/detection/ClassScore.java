package io.github.maskwatch.metrics.detection;

/**
 * Average precision of one class.
 *
 * @param name as in {@link DetectionQuestion#classes()}
 * @param faces to be found; where there are none, both figures are NaN
 * @param ap50 at IoU .5, 0–1
 * @param ap mean over IoU .50, .55 … .95, 0–1
 */
public record ClassScore(String name, long faces, double ap50, double ap) {}
