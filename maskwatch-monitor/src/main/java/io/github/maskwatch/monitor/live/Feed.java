package io.github.maskwatch.monitor.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Brings the frames of one source to the thread that works on them. {@link #stop} may come from any thread. */
interface Feed extends AutoCloseable {

    /**
     * The next frame to work on; null when there is none just now or no more ({@link #end} tells which). Never waits longer than
     * a moment on a live source.
     *
     * @throws IOException if the source cannot be opened at all
     */
    @Nullable
    TimedFrame poll() throws IOException, InterruptedException;

    /** Null as long as there may be more frames. */
    @Nullable
    SourceEnd end();

    /** Ends a waiting {@link #poll} soon. */
    void stop();

    /** Releases the source and joins its thread. */
    @Override
    void close();
}
