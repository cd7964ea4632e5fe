package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Image;
import java.io.IOException;

/**
 * Is told of a run, all on the pipeline's thread. What takes long here delays the next frame: a listener that may be slow takes
 * what it needs and returns. An exception ends the run.
 */
public interface LiveListener {

    /** A frame was worked on. */
    default void frameDrawn(LiveFrame frame) throws IOException {}

    /**
     * The source changed.
     *
     * @param still what to show until the next frame: the last one with a notice on it where the source is lost
     */
    default void sourceChanged(SourceStatus status, Image still) throws IOException {}
}
