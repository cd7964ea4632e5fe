package io.github.maskwatch.tracking;

import io.github.maskwatch.mask.MaskedFace;
import java.util.List;

/**
 * A frame with its faces put to their tracks.
 *
 * @param faces that are sure enough by themselves or belong to a track, in the detector's order
 * @param tracks all that are followed, also those whose face was not seen in this frame
 * @param changes with this frame
 */
public record TrackedFrame(List<TrackedFace> faces, List<Track> tracks, List<TrackChange> changes) {
    public TrackedFrame {
        faces = List.copyOf(faces);
        tracks = List.copyOf(tracks);
        changes = List.copyOf(changes);
    }

    /** The faces as this one frame tells them. */
    public List<MaskedFace> seen() {
        return faces.stream().map(TrackedFace::seen).toList();
    }

    /** The faces with what is to be said of them. */
    public List<MaskedFace> told() {
        return faces.stream().map(TrackedFace::told).toList();
    }
}
