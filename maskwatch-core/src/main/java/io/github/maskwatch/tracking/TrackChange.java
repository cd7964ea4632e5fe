package io.github.maskwatch.tracking;

import io.github.maskwatch.mask.MaskState;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a track.
 *
 * @param from what was said of the mask before; null: cannot tell
 * @param to what is said of it now; null: cannot tell, or nobody is there any more
 */
public record TrackChange(
        TrackId track,
        Kind kind,
        @Nullable MaskState from,
        @Nullable MaskState to) {

    /** What happened. */
    public enum Kind {
        /** Somebody came: the face was seen for the second time. */
        APPEARED,
        /** What is said of the mask is another thing than before. */
        STATE,
        /** Nobody has seen the face for too long. */
        LEFT
    }

    static TrackChange appeared(TrackId track) {
        return new TrackChange(track, Kind.APPEARED, null, null);
    }

    static TrackChange state(TrackId track, @Nullable MaskState from, @Nullable MaskState to) {
        return new TrackChange(track, Kind.STATE, from, to);
    }

    static TrackChange left(TrackId track, @Nullable MaskState last) {
        return new TrackChange(track, Kind.LEFT, last, null);
    }
}
