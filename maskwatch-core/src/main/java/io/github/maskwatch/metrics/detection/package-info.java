/**
 * How good a detector is: the figures of COCO, counted as its reference tool counts them, and those of a detector at work.
 *
 * <p>One picture is a {@link io.github.maskwatch.metrics.detection.JudgedScene}. {@link
 * io.github.maskwatch.metrics.detection.DetectionScores} are the average precisions over all thresholds; a {@link
 * io.github.maskwatch.metrics.detection.WorkingPoint} tells what a user sees at one of them; {@link
 * io.github.maskwatch.metrics.detection.TemperatureFit} and {@link
 * io.github.maskwatch.metrics.detection.SelectiveClassification} decide how sure the detector may sound and when it should say that
 * it cannot tell.
 */
@NullMarked
package io.github.maskwatch.metrics.detection;

import org.jspecify.annotations.NullMarked;
