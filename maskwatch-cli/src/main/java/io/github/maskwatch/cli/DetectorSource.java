package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens the detector that a user named, to be judged. */
interface DetectorSource {

    /**
     * Whether the name is that of a bundled detector, or of a file with one.
     *
     * @throws IOException one line, if there is no such file, or it is no model of Maskwatch
     */
    boolean isDetector(String model) throws IOException;

    /**
     * The detector, which offers every face that it thinks possible; the caller closes it.
     *
     * @param side longer side to which pictures are brought, px; null for the model's own
     * @throws Failure if this detector has no choice of sizes
     */
    Judged open(String model, @Nullable Integer side) throws IOException, Failure;

    /**
     * A detector and how it is meant to be used.
     *
     * @param faceThreshold least face score at which it shows a face, 0–1
     * @param side longer side to which pictures are brought, px
     */
    record Judged(MaskDetector detector, double faceThreshold, int side) implements AutoCloseable {
        @Override
        public void close() {
            detector.close();
        }
    }
}
