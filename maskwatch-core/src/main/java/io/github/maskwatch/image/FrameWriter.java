package io.github.maskwatch.image;

import java.io.IOException;

/**
 * Takes frames in their order, such as a video file being written. One thread at a time. The result appears whole under its name
 * when {@link #close} returns, and not at all after a failure.
 */
public interface FrameWriter extends AutoCloseable {

    /**
     * @param frame all frames of one writer have the size of the first
     * @throws IOException if the frame cannot be written, such as on a full disk; one line that says so
     */
    void write(Frame frame) throws IOException;

    /** Finishes the result and moves it into place. Idempotent. */
    @Override
    void close() throws IOException;
}
