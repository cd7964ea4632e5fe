package io.github.maskwatch.monitor.live;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackedFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where faces are in a frame, or may be. */
public final class FacePlaces {
    private FacePlaces() {}

    /**
     * The boxes of all faces that the detector offers, however unsure, and of all who are followed: where somebody must be who was not
     * seen in this very frame.
     *
     * @param tracked null: nobody is followed
     * @return px of the frame
     */
    public static List<Box> of(List<MaskedFace> found, @Nullable TrackedFrame tracked) {
        List<Box> places = new ArrayList<>();
        found.forEach(face -> places.add(face.face().box()));
        if (tracked != null) {
            tracked.tracks().stream().map(Track::box).forEach(places::add);
        }
        return places;
    }
}
