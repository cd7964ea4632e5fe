package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/** Things before the mouths of bare faces, which stay bare faces: it is not being covered that makes a mask. */
record OccluderPainter(double probability) implements FacePainter {
    @Override
    public double probability(LabelledFace face, boolean tellsIncorrect) {
        return face.state() == MaskState.WITHOUT_MASK ? probability : 0;
    }

    @Override
    public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
        Thing.any(random).paint(face, random);
        return state;
    }
}
