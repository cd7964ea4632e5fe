package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a photo to say what it is for.
 *
 * @param name relative to the folder of all photos, with {@code /} on every system
 * @param faces how many of each state are in it; empty in a photo without a face
 * @param given the split that it comes with; null where it has none
 * @param look to find near-duplicates by
 */
public record SplitPhoto(
        String name,
        Map<MaskState, Integer> faces,
        @Nullable Split given,
        PerceptualHash look) {

    public SplitPhoto {
        faces = Map.copyOf(faces);
    }

    static SplitPhoto ofOneFace(String name, MaskState state, @Nullable Split given, PerceptualHash look) {
        return new SplitPhoto(name, Map.of(state, 1), given, look);
    }

    int faces(MaskState state) {
        return faces.getOrDefault(state, 0);
    }
}
