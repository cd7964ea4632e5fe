package io.github.maskwatch.image;

import java.io.IOException;

/** Somewhere that frames come from, such as a camera, a file or a drawn demonstration; it can be opened again when it broke. */
public interface FrameSource {

    CameraId camera();

    /** Whether frames come by themselves in their own time (a camera) and may be dropped, or wait to be read (a file). */
    boolean live();

    /**
     * Opens the source anew.
     *
     * @throws IOException if it cannot be opened; one line that says why and what to do
     */
    FrameReader open() throws IOException;
}
