package io.github.maskwatch.training.scene.refine;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a detector's answer makes of a photo's annotations. */
record Refinement(RefinementConfig config) {

    /**
     * The marks of a scene and, after them, faces to be ignored: those that the detector is sure of and nobody has marked. Taught that there is nothing, a
     * network learns to be unsure of faces like them.
     */
    List<LabelledFace> completed(List<LabelledFace> marked, List<MaskedFace> seen) {
        List<LabelledFace> all = new ArrayList<>(marked);
        for (MaskedFace face : seen) {
            Box box = face.face().box();
            if (face.face().score() >= config.unmarked() && all.stream().noneMatch(other -> same(other.box(), box))) {
                all.add(new LabelledFace(box, face.prediction().state(), true));
            }
        }
        return List.copyOf(all);
    }

    /**
     * The faces of a close-up, whose state is known and whose place is not: the one that the detector is sure of, and what else may be one, to be ignored.
     * Empty if it is sure of none or of several, or of one that is too small to be what the photo shows.
     *
     * @param shorterSide of the photo, px
     */
    Optional<List<LabelledFace>> closeUp(MaskState state, int shorterSide, List<MaskedFace> seen) {
        List<Box> sure = seen.stream()
                .filter(face -> face.face().score() >= config.closeUp())
                .map(face -> face.face().box())
                .toList();
        if (sure.size() != 1 || sure.get(0).shorterSide() < config.smallestShare() * shorterSide) {
            return Optional.empty();
        }
        return Optional.of(completed(List.of(new LabelledFace(sure.get(0), state)), seen));
    }

    private boolean same(Box one, Box other) {
        double smaller = Math.min(one.area(), other.area());
        return one.intersection(other) >= config.sameFace() * Math.max(smaller, Double.MIN_VALUE);
    }
}
