package io.github.maskwatch.tracking;

import io.github.maskwatch.mask.MaskedFace;
import org.jspecify.annotations.Nullable;

/**
 * A face of a frame and whose it is.
 *
 * @param seen as this one frame tells it
 * @param track null for a face that was seen only once so far
 */
public record TrackedFace(MaskedFace seen, @Nullable Track track) {

    /** What is to be said of it: the track's vote, and of a face seen only once that one cannot tell. */
    public MaskedFace told() {
        return track == null
                ? new MaskedFace(seen.face(), seen.prediction(), false)
                : new MaskedFace(
                        seen.face(), track.vote().prediction(), track.vote().called());
    }
}
