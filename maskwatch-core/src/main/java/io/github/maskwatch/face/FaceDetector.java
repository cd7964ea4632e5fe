package io.github.maskwatch.face;

import io.github.maskwatch.image.Image;
import java.util.List;

/** Finds faces. Each implementation says whether it is thread-safe. */
public interface FaceDetector extends AutoCloseable {

    /** The faces of the picture by falling score, in the picture's own pixels; empty where there are none. */
    List<Face> detect(Image image);

    /** Idempotent. */
    @Override
    void close();
}
