package io.github.maskwatch.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Frames in their order, from one camera, file or folder. One thread at a time; {@link #close} may come from any thread. */
public interface FrameReader extends AutoCloseable {

    /**
     * The next frame, waiting for it if it must.
     *
     * @return null at the end of a source that ends (a file)
     * @throws IOException if the source broke, fell silent for longer than its time limit, or was closed meanwhile; one line that
     *     says what happened
     */
    @Nullable
    Frame next() throws IOException;

    /** Releases the source and its native memory; a {@link #next} that waits in another thread ends soon after. Idempotent. */
    @Override
    void close();
}
