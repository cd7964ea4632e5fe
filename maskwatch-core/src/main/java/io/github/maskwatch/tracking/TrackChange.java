package io.github.maskwatch.tracking;

import io.github.maskwatch.mask.MaskState;
import org.jspecify.annotations.Nullable;

/** Something that happened to a track. */
public sealed interface TrackChange {

    TrackId track();

    /** Somebody came: the face was seen for the second time. */
    record Appeared(TrackId track) implements TrackChange {}

    /**
     * What is said of the mask changed; null: cannot tell.
     *
     * @param from before
     * @param to now, another one
     */
    record StateChanged(
            TrackId track,
            @Nullable MaskState from,
            @Nullable MaskState to) implements TrackChange {}

    /**
     * Nobody has seen the face for too long.
     *
     * @param last what was said of the mask in the end; null: cannot tell
     */
    record Left(TrackId track, @Nullable MaskState last) implements TrackChange {}
}
