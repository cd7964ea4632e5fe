package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.Statistics;

/**
 * The figures of one camera at one moment.
 *
 * @param statistics frames that were left out, because the camera sends more than are wanted or because there was no time, are its
 *     dropped ones
 * @param framesFailed frames that could not be worked on
 * @param wantedFps frames per second that are wanted now
 */
public record CameraFigures(
        CameraId camera, SourceStatus status, Statistics statistics, long framesFailed, double wantedFps) {}
