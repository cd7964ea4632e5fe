package io.github.maskwatch.cli.watch;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.live.LiveFrame;

/** What of a frame may go into a file. */
final class Kept {
    private Kept() {}

    /** @throws IllegalStateException if the run was not told that pictures are kept, and how */
    static Image of(LiveFrame frame) {
        Image kept = frame.kept();
        if (kept == null) {
            throw new IllegalStateException("a picture is to be written in a run that keeps none");
        }
        return kept;
    }
}
