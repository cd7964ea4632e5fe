package io.github.maskwatch.monitor.fleet;

import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;

/** Opens what finds the faces, once for each worker: a detector is for one thread at a time. It should work on the thread that asks it, or its
 * work is not counted. */
@FunctionalInterface
public interface DetectorOpener {

    /** A new one; whoever asks closes it. */
    MaskDetector open() throws IOException;
}
