package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.video.Camera;
import io.github.maskwatch.video.Cameras;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The webcams of this machine; for one that cannot be used, why. Not having one is no fault: cameras may be in the network. */
public record WebcamsCheck(Listing listing) implements Check {
    /** The system's cameras. */
    @FunctionalInterface
    public interface Listing {
        List<Camera> list() throws IOException;
    }

    @Override
    public String subject() {
        return "webcams";
    }

    @Override
    public List<Finding> look() {
        try {
            List<Camera> cameras = listing.list();
            return cameras.isEmpty()
                    ? List.of(Finding.warning(subject(), Cameras.noneFound(), null))
                    : cameras.stream().map(WebcamsCheck::finding).toList();
        } catch (IOException e) {
            return List.of(Finding.warning(subject(), String.valueOf(e.getMessage()), null));
        }
    }

    private static Finding finding(Camera camera) {
        String subject = "webcam " + camera.device();
        Camera.Mode mode = camera.mode();
        return mode == null
                ? Finding.warning(subject, camera.name() + " cannot be opened: " + camera.failure(), null)
                : Finding.ok(subject, camera.name() + ": " + words(mode));
    }

    static String words(Camera.Mode mode) {
        String size = String.format(Locale.ROOT, "%d x %d px, %s", mode.width(), mode.height(), mode.codec());
        return mode.framesPerSecond() > 0
                ? size + String.format(Locale.ROOT, ", %.0f frames/s", mode.framesPerSecond())
                : size;
    }
}
