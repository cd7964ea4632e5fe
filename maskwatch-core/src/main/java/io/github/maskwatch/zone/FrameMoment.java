package io.github.maskwatch.zone;

import io.github.maskwatch.image.Frame;
import java.time.Duration;
import java.time.Instant;

/**
 * When a frame was seen and how large it is.
 *
 * @param time of the day
 * @param position in the source, as the tracker counts it
 * @param width px, of the frame that the faces' boxes belong to
 * @param height px
 */
public record FrameMoment(Instant time, Duration position, int width, int height) {
    public FrameMoment {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("width and height must be at least 1, got " + width + " x " + height);
        }
    }

    /** Of a frame that was read then. */
    public static FrameMoment of(Frame frame, Instant time) {
        return new FrameMoment(
                time, frame.position(), frame.image().width(), frame.image().height());
    }
}
