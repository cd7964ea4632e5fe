package io.github.maskwatch.monitor.live;

import io.github.maskwatch.monitor.overlay.Places;

/**
 * How a run ended.
 *
 * @param message one line on why, where it ended too early; otherwise empty
 * @param places with their counts in the end
 */
public record LiveResult(Ending ending, String message, Statistics statistics, Places places) {

    /** Why no more frames came. */
    public enum Ending {
        /** The source came to its end. */
        END_OF_SOURCE,
        /** As many frames or as long as was asked for. */
        LIMIT,
        /** {@link LivePipeline#stop} was called. */
        STOPPED,
        /** A file broke in the middle; what came before was worked on. */
        BROKEN,
        /** A live source was lost and did not come back in time. */
        GIVEN_UP
    }
}
