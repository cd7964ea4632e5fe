package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;

/**
 * A camera of this machine: Video4Linux2 on Linux, AVFoundation on macOS, DirectShow on Windows. {@code position} is the time
 * since opening.
 *
 * @param device its number, from 0; on Linux that of {@code /dev/video0}
 */
public record Webcam(int device, VideoOptions options) implements VideoSource {
    public Webcam {
        if (device < 0) {
            throw new IllegalArgumentException("device must be at least 0, got " + device);
        }
    }

    public Webcam(int device) {
        this(device, VideoOptions.defaults());
    }

    @Override
    public CameraId camera() {
        return new CameraId("camera " + device);
    }

    @Override
    public boolean live() {
        return true;
    }

    /** @throws SourceUnavailableException if there is no such camera, another program has it, or this user may not */
    @Override
    public FrameReader open() throws IOException {
        return CameraSystem.ofThisMachine().open(this);
    }
}
