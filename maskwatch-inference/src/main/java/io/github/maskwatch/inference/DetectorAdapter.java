package io.github.maskwatch.inference;

import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens the models of another detector, so that one run can measure it and Maskwatch's own on the same pictures in the same runtime.
 * Adapters are found by {@link java.util.ServiceLoader}; none comes with Maskwatch.
 */
public interface DetectorAdapter {

    /** What the detector is called on the command line, such as {@code aizoo260}. */
    String name();

    /** From which score on its authors take a box for a face, 0–1. */
    double faceThreshold();

    /**
     * The whole pipeline from a picture to its faces. The caller closes it.
     *
     * @param scoreFloor faces of at least this score are offered, 0–1
     * @param threads that work on one picture
     * @throws IOException one line, if there is no such file or it is another model
     */
    MaskDetector open(Path model, double scoreFloor, int threads) throws IOException;
}
