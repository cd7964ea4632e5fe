package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/** Paints something on single faces. Without state of its own, and so thread-safe. */
interface FacePainter {
    /**
     * How probably it paints on a face, 0–1; 0 where it is not made for such a face.
     *
     * @param tellsIncorrect as in {@link io.github.maskwatch.training.scene.Scene}
     */
    double probability(LabelledFace face, boolean tellsIncorrect);

    /** Paints on the face's layer and tells how the face wears its mask from then on. */
    MaskState paint(FacePaint face, MaskState state, RandomGenerator random);
}
