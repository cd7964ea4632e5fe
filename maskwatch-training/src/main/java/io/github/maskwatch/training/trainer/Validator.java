package io.github.maskwatch.training.trainer;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Says after each epoch how good the network has become, on photos it does not learn from. */
@FunctionalInterface
public interface Validator {

    /**
     * Judges the network as it is at this moment.
     *
     * @param stop looked at often
     * @return empty if it was stopped before its end
     */
    Optional<Validation> validate(BooleanSupplier stop) throws IOException;
}
