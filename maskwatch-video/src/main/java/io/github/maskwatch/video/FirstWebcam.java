package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.FrameReader;
import java.io.IOException;

/** The first camera of this machine that opens; see {@link Webcam}. */
public record FirstWebcam(VideoOptions options) implements VideoSource {
    public FirstWebcam() {
        this(VideoOptions.defaults());
    }

    @Override
    public CameraId camera() {
        return new CameraId("camera");
    }

    @Override
    public boolean live() {
        return true;
    }

    /** @throws SourceUnavailableException if there is none, or none opens: with the reason of the first */
    @Override
    public FrameReader open() throws IOException {
        return CameraSystem.ofThisMachine().openFirst(camera(), options);
    }
}
