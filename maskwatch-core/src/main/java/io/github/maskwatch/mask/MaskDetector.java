package io.github.maskwatch.mask;

import io.github.maskwatch.image.Image;
import java.util.List;

/**
 * A whole pipeline from a picture to its faces and their masks: what every part that watches works with, whichever pipeline is
 * there. One thread at a time.
 */
public interface MaskDetector extends AutoCloseable {

    /** The faces of the picture by falling score, in the picture's own pixels; empty where there are none. */
    List<MaskedFace> detect(Image image);

    /**
     * Faces of at least this score are sure enough by themselves, 0–1. One that is opened so offers others below it, which tell something
     * only together with what was seen before. 0: all that are given are sure.
     */
    default double workingScore() {
        return 0;
    }

    /** Idempotent. */
    @Override
    void close();
}
