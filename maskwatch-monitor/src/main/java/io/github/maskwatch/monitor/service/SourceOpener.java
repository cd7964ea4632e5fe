package io.github.maskwatch.monitor.service;

import io.github.maskwatch.image.FrameSource;

/** Makes a source of what a user wrote. */
@FunctionalInterface
public interface SourceOpener {

    /**
     * The source, which is not opened yet.
     *
     * @throws IllegalArgumentException if it is none; one line without any password
     */
    FrameSource source(CameraConfig camera);
}
