package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskClassifier;
import java.io.IOException;

/** Opens the model that a user named. */
@FunctionalInterface
interface ClassifierSource {

    /**
     * The model, which the caller closes.
     *
     * @param model a file, or the name of a bundled model
     * @throws IOException one line, if there is no such model or it cannot be used
     */
    MaskClassifier open(String model) throws IOException;
}
