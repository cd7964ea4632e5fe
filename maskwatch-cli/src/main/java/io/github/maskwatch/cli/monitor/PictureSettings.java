package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.overlay.KeptFaces;
import java.nio.file.Path;
import java.time.Duration;

/**
 * That a picture is kept of each alarm.
 *
 * @param folder made where it is not there
 * @param keep how long, above 0
 */
public record PictureSettings(Path folder, KeptFaces faces, Duration keep) {
    /** How long pictures are kept where nothing is said of it. */
    static final Duration USUAL_KEEP = Duration.ofDays(7);

    public PictureSettings {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("keep must be above 0, got " + keep);
        }
    }
}
