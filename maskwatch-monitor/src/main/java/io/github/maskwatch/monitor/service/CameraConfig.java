package io.github.maskwatch.monitor.service;

import io.github.maskwatch.image.CameraId;

/**
 * A camera as a user configures it.
 *
 * @param name what it is called in events, messages and figures; not blank
 * @param source where it is read from, as for {@code maskwatch watch}; may hold a password, so it is in no message
 * @param targetFps frames per second in which faces are looked for while somebody is in view, above 0 to 60
 * @param mirror whether each frame is mirrored left to right first
 */
public record CameraConfig(String name, String source, double targetFps, boolean mirror) {
    public static final double DEFAULT_TARGET_FPS = 10;

    public CameraConfig {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a camera's name must not be blank");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of camera " + name + " must not be blank");
        }
        if (!(targetFps > 0 && targetFps <= 60)) {
            throw new IllegalArgumentException(
                    "targetFps of camera " + name + " must be above 0 to 60, got " + targetFps);
        }
    }

    /** Ten frames a second, not mirrored. */
    public CameraConfig(String name, String source) {
        this(name, source, DEFAULT_TARGET_FPS, false);
    }

    public CameraId id() {
        return new CameraId(name);
    }

    /** Without the source, which may hold a password. */
    @Override
    public String toString() {
        return "CameraConfig[" + name + ", " + targetFps + " fps" + (mirror ? ", mirrored" : "") + "]";
    }
}
