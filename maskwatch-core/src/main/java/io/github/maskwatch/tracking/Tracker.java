package io.github.maskwatch.tracking;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.mask.MaskedFace;
import java.util.List;

/** Follows the people before one camera. One thread at a time. */
public interface Tracker {

    /**
     * Puts the faces of the next frame to their tracks.
     *
     * @param faces px of the frame
     * @throws IllegalArgumentException if the frame lies before the last one
     */
    TrackedFrame update(Frame frame, List<MaskedFace> faces);

    /**
     * Gives up everybody, because no frame will come for long. A frame that comes after all begins anew.
     *
     * @return without faces and tracks; its changes tell who is left behind
     */
    TrackedFrame end();
}
