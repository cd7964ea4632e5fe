package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameSource;

/**
 * A camera that is to be watched.
 *
 * @param id what it is called everywhere; not necessarily as its source calls itself
 * @param source that it is read from; a file is played at its own speed
 * @param targetFps frames per second in which faces are looked for while somebody is in view, above 0 to 60; also its weight where not all
 *     can have what they want
 * @param mirror whether each frame is mirrored left to right first
 */
public record FleetCamera(CameraId id, FrameSource source, double targetFps, boolean mirror) {
    private static final double MOST_FPS = 60;

    public FleetCamera {
        if (!(targetFps > 0 && targetFps <= MOST_FPS)) {
            throw new IllegalArgumentException("targetFps must be above 0 to 60, got " + targetFps);
        }
    }
}
