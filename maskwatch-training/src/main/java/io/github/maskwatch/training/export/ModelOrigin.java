package io.github.maskwatch.training.export;

import io.github.maskwatch.mask.MaskState;
import java.util.List;

/**
 * What a model file says of itself beside its input.
 *
 * @param states its classes, in the enum's order: two or three
 * @param version of Maskwatch that trained it
 * @param dataHash of the photos that it was trained from
 * @param seed of the run
 */
public record ModelOrigin(List<MaskState> states, String version, String dataHash, long seed) {

    public ModelOrigin {
        states = List.copyOf(states);
        if (states.size() < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes, got " + states);
        }
    }
}
