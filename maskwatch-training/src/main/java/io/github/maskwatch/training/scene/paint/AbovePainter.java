package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/** Things over eyes and forehead of faces of every kind. */
record AbovePainter(double probability) implements FacePainter {

    @Override
    public double probability(LabelledFace face, boolean tellsIncorrect) {
        return probability;
    }

    @Override
    public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
        Draws.oneOf(random, Above.values()).paint(face, random);
        return state;
    }
}
