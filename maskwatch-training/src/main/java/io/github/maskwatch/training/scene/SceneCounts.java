package io.github.maskwatch.training.scene;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much there is in some scenes.
 *
 * @param photos also those without a face
 * @param faces those that count, of each state
 * @param ignored those that count neither for nor against a detector, of each state
 */
public record SceneCounts(int photos, Map<MaskState, Integer> faces, Map<MaskState, Integer> ignored) {

    public SceneCounts {
        faces = Map.copyOf(faces);
        ignored = Map.copyOf(ignored);
    }

    /** That count, of one state. */
    public int faces(MaskState state) {
        return faces.getOrDefault(state, 0);
    }

    /** That do not count, of one state. */
    public int ignored(MaskState state) {
        return ignored.getOrDefault(state, 0);
    }

    static SceneCounts of(Collection<Scene> scenes) {
        return new SceneCounts(scenes.size(), count(scenes, false), count(scenes, true));
    }

    private static Map<MaskState, Integer> count(Collection<Scene> scenes, boolean ignored) {
        Map<MaskState, Integer> counts = new EnumMap<>(MaskState.class);
        for (MaskState state : MaskState.values()) {
            counts.put(state, 0);
        }
        scenes.stream()
                .flatMap(scene -> scene.faces().stream())
                .filter(face -> face.ignored() == ignored)
                .map(LabelledFace::state)
                .forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }
}
