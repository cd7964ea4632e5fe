package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.TrackedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A frame that was worked on.
 *
 * @param frame as faces were looked for in it: mirrored, where the camera is
 * @param found all that the detector found, also those too unsure to stand by themselves
 * @param tracked its faces, put to those who are followed
 * @param time when it was read
 * @param latency from reading to this
 */
public record CameraFrame(
        CameraId camera, Frame frame, List<MaskedFace> found, TrackedFrame tracked, Instant time, Duration latency) {
    public CameraFrame {
        found = List.copyOf(found);
    }
}
