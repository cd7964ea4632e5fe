package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.List;

/** What a detector is asked for: which classes there are, and which pictures can tell. */
public enum DetectionQuestion {
    /** Where the faces are, whatever they wear. */
    FACES("faces, whatever they wear", 1),
    /** Faces with a mask and faces without, where a mask worn incorrectly counts as none: the headline figure. */
    TWO_CLASSES("with_mask and without_mask, a mask worn incorrectly counting as none", 2),
    /** All three states; only pictures marked by somebody who told three can answer. */
    THREE_CLASSES("all three classes, on the pictures whose annotations tell three", 3);

    private static final List<MaskState> STATES = List.of(MaskState.values());

    private final String definition;
    private final int classes;

    DetectionQuestion(String definition, int classes) {
        this.definition = definition;
        this.classes = classes;
    }

    /** In words. */
    public String definition() {
        return definition;
    }

    /** The names of the classes; the place in the list is the class's number. */
    public List<String> classes() {
        return this == FACES
                ? List.of("face")
                : STATES.subList(0, classes).stream().map(MaskState::id).toList();
    }

    /** Whether a picture can answer. */
    public boolean counts(JudgedScene scene) {
        return this != THREE_CLASSES || scene.tellsIncorrect();
    }

    /** The class of a state. */
    int classOf(MaskState state) {
        return Math.min(STATES.indexOf(state), classes - 1);
    }

    /** The class's share of what is said of a face, 0–1. */
    double probability(MaskPrediction said, int aClass) {
        if (this == FACES) {
            return 1;
        }
        return aClass == 0 || this == THREE_CLASSES
                ? said.probability(STATES.get(aClass))
                : said.withoutMask() + said.wornIncorrectly();
    }

    /** The most probable class; of equals, the first. */
    int mostProbable(MaskPrediction said) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probability(said, c) > probability(said, best) ? c : best;
        }
        return best;
    }
}
