package io.github.maskwatch.image;

import java.time.Duration;

/**
 * One picture of a camera or a file.
 *
 * @param index number of the frame since the source was opened, from 0; a live source that drops frames leaves gaps
 * @param position time since the source's start, never decreasing
 */
public record Frame(CameraId camera, long index, Duration position, Image image) {
    public Frame {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0, got " + index);
        }
        if (position.isNegative()) {
            throw new IllegalArgumentException("position must not be negative, got " + position);
        }
    }

    /** The same moment with another picture, such as the mirrored one. */
    public Frame withImage(Image other) {
        return new Frame(camera, index, position, other);
    }
}
