package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/** Where a painted mask sits, and what the face's label becomes. */
enum Wear {
    PROPER(MaskState.WITH_MASK),
    UNDER_NOSE(MaskState.WORN_INCORRECTLY),
    /** Under the mouth, too. */
    ON_CHIN(MaskState.WORN_INCORRECTLY),
    FROM_EAR(MaskState.WORN_INCORRECTLY);

    private final MaskState label;

    Wear(MaskState label) {
        this.label = label;
    }

    MaskState label() {
        return label;
    }

    /** Under the nose is the commonest, as in the street. */
    static Wear anyIncorrect(RandomGenerator random) {
        return switch (Draws.weighted(random, 5, 4, 0.7)) {
            case 0 -> UNDER_NOSE;
            case 1 -> ON_CHIN;
            default -> FROM_EAR;
        };
    }

    /** The mask as it lies on the face; one that hangs from an ear as it lies on itself. */
    Patch patch(Cut cut, RandomGenerator random) {
        Patch worn = cut.proper(random);
        return switch (this) {
            case PROPER -> worn;
            case UNDER_NOSE -> {
                double top = Draws.between(random, 0.655, 0.715);
                yield new Patch(
                        top,
                        worn.bottom() + Draws.between(random, 0, 0.09),
                        worn.halfAngle(),
                        // The loops pull the corners up to the ears while the middle has slipped.
                        Draws.between(random, -0.06, 0.02),
                        2,
                        worn.lift(),
                        worn.liftPower(),
                        worn.taper(),
                        worn.lean(),
                        Math.max(1.02, worn.bulge()));
            }
            case ON_CHIN -> {
                double top = Draws.between(random, 0.85, 0.93);
                yield new Patch(
                        top,
                        top + Draws.between(random, 0.17, 0.32),
                        worn.halfAngle() * Draws.between(random, 0.8, 0.95),
                        Draws.between(random, -0.2, -0.06),
                        2,
                        Draws.between(random, 0.1, 0.3),
                        2,
                        Draws.between(random, 0, 0.25),
                        worn.lean() * 2,
                        Draws.between(random, 0.98, 1.06));
            }
            case FROM_EAR ->
                new Patch(
                        0,
                        1,
                        0.9,
                        0,
                        2,
                        Draws.around(random, 0.08),
                        2,
                        Draws.around(random, 0.15),
                        Draws.around(random, 0.1),
                        1.2);
        };
    }
}
