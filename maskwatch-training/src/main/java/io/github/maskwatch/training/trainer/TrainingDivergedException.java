package io.github.maskwatch.training.trainer;

import java.io.IOException;

/** The loss is no number any more: nothing can be learned from here on. The checkpoint before is intact. */
public final class TrainingDivergedException extends IOException {
    private static final long serialVersionUID = 1;

    TrainingDivergedException(double loss, int epoch, int step) {
        super("the loss became " + loss + " in step " + step + " of epoch " + epoch
                + ": take a lower learning rate or a longer warm-up; the best weights until then are kept");
    }
}
