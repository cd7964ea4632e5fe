package io.github.maskwatch.cli;

import io.github.maskwatch.cli.monitor.Site;
import io.github.maskwatch.cli.monitor.SiteCamera;
import io.github.maskwatch.cli.monitor.SiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A camera of a site's configuration, for commands that show what it sees. */
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "CONFIG",
            description =
                    "Draw the zones and lines of a camera of this configuration of maskwatch monitor, and count who is there and who"
                            + " passes as monitor does. Without SOURCE the camera itself is watched, with its detector and mirroring.")
    @Nullable
    Path site;

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Which of the configuration's cameras. Default: the only one.")
    @Nullable
    String camera;

    /**
     * A camera with what its site says of all.
     *
     * @param detector name of a bundled one, or a file
     * @param timeZone of the camera's hours
     */
    record Chosen(SiteCamera camera, String detector, ZoneId timeZone) {

        /** A line where {@code monitor} would see nobody at that time. */
        Optional<String> closed(Instant now) {
            if (camera.schedule().contains(now, timeZone)) {
                return Optional.empty();
            }
            return Optional.of(
                    "Note: monitor records nobody at " + camera.camera().id() + " now, outside of "
                            + RuleSentence.when(camera.schedule()) + "; here all that comes is shown and counted.");
        }
    }

    /**
     * Null where no configuration is named.
     *
     * @param environment that secrets may be in
     * @throws IOException one line, if the configuration cannot be used
     */
    @Nullable
    Chosen chosen(Map<String, String> environment) throws IOException, Failure {
        Path file = site;
        if (file == null) {
            if (camera != null) {
                throw new Failure(ExitCode.WRONG_USE, "--camera names one of a configuration's; add --site CONFIG");
            }
            return null;
        }
        Site read = SiteFile.read(file, environment);
        return new Chosen(
                SiteCameras.only(SiteCameras.of(read, file, camera)),
                read.monitor().detector(),
                read.rules().timeZone());
    }
}
