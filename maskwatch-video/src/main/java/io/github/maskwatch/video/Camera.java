package io.github.maskwatch.video;

import org.jspecify.annotations.Nullable;

/**
 * A camera that the system lists, tried once.
 *
 * @param device its number for {@link Webcam}
 * @param name as its maker calls it
 * @param path as the system calls it, such as {@code /dev/video0}
 * @param mode what it sends; null if it cannot be opened
 * @param failure why it cannot be opened and what to do, one line; null if it can
 */
public record Camera(
        int device,
        String name,
        String path,
        @Nullable Mode mode,
        @Nullable String failure) {
    public Camera {
        if ((mode == null) == (failure == null)) {
            throw new IllegalArgumentException(
                    "a camera has either a mode or a failure, got " + mode + " and " + failure);
        }
    }

    /**
     * The pictures that a camera sends when opened as {@link Webcam} does.
     *
     * @param width px
     * @param height px
     * @param codec FFmpeg's name of the coding, such as {@code mjpeg} or {@code rawvideo}
     * @param framesPerSecond as announced; 0 where the camera does not say
     */
    public record Mode(int width, int height, String codec, double framesPerSecond) {}

    /** Whether it could be opened. */
    public boolean works() {
        return mode != null;
    }
}
