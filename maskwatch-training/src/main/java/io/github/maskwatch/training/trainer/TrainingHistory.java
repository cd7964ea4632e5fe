package io.github.maskwatch.training.trainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The epochs of a run until now, in their order; those before a resume are among them.
 *
 * @param keep whose weights are kept
 */
public record TrainingHistory(List<EpochResult> epochs, KeptEpoch keep) {

    public TrainingHistory {
        epochs = List.copyOf(epochs);
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() != i + 1) {
                throw new IllegalArgumentException("epochs must be numbered from 1 without gaps, got "
                        + epochs.get(i).epoch() + " at place " + (i + 1));
            }
        }
    }

    public static TrainingHistory empty() {
        return new TrainingHistory(List.of(), KeptEpoch.BEST);
    }

    public TrainingHistory plus(EpochResult next) {
        List<EpochResult> all = new ArrayList<>(epochs);
        all.add(next);
        return new TrainingHistory(all, keep);
    }

    TrainingHistory keeping(KeptEpoch other) {
        return new TrainingHistory(epochs, other);
    }

    /** The epoch whose weights are kept. */
    public Optional<EpochResult> kept() {
        return switch (keep) {
            case BEST -> best();
            case LAST -> epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
        };
    }

    /** The epoch of the lowest validation loss, the first one of equals. */
    public Optional<EpochResult> best() {
        return epochs.stream().min(Comparator.comparingDouble(EpochResult::validationLoss));
    }
}
