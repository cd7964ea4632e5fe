package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.time.Instant;

/**
 * A frame that was worked on.
 *
 * @param frame as faces were looked for in it: mirrored, where the camera is
 * @param tracked its faces, put to those who are followed
 * @param time when it was read
 * @param latency from reading to this
 */
public record CameraFrame(CameraId camera, Frame frame, TrackedFrame tracked, Instant time, Duration latency) {}
