package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import java.nio.file.Path;
import java.time.Duration;

/** Pictures of alarms in YAML. */
final class PicturesShape extends Shape<PictureSettings> {
    private final Key<Path> folder = required("folder", Types.PATH, "Where they lie; made where it is not there.");
    private final Key<KeptFaces> faces = withDefault(
            "faces",
            Types.oneOf(KeptFaces.class, KeptFaces::id),
            KeptFaces.PIXELATED,
            "`raw`: faces are to be seen, which the log and the record of events say at each start.");
    private final Key<Duration> keep =
            withDefault("keep", Types.DURATION, PictureSettings.USUAL_KEEP, "Pictures older than that are deleted.");

    PicturesShape() {
        super("pictures");
    }

    @Override
    protected PictureSettings build(Section section) throws ConfigurationException {
        return new PictureSettings(section.value(folder), section.value(faces), section.value(keep));
    }
}
