package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/** Masks on bare faces; the label becomes that of how the mask is worn. The parameters are those of {@link PaintConfig}. */
record MaskPainter(double mask, double maskWhereUntold, double incorrect) implements FacePainter {

    @Override
    public double probability(LabelledFace face, boolean tellsIncorrect) {
        if (face.state() != MaskState.WITHOUT_MASK) {
            return 0;
        }
        return tellsIncorrect ? mask : maskWhereUntold;
    }

    @Override
    public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
        if (!face.isClear()) {
            return state;
        }
        Wear wear = Draws.chance(random, incorrect) ? Wear.anyIncorrect(random) : Wear.PROPER;
        PaintedMask.paint(face, Cut.any(random), wear, random);
        return wear.label();
    }
}
