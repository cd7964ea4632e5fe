package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.video.Camera;
import io.github.maskwatch.video.SourceUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Whether a camera opens and gives a frame.
 *
 * @param name of the camera
 * @param wanted frames a second in which faces are to be looked for
 */
public record CameraCheck(String name, double wanted, Probe probe) implements Check {
    private static final String CURE = "see power, network and source: in the configuration";

    /** Opens the camera, reads a frame and closes it. */
    @FunctionalInterface
    public interface Probe {
        Camera.Mode mode() throws IOException;
    }

    @Override
    public String subject() {
        return "camera " + name;
    }

    @Override
    public List<Finding> look() {
        try {
            Camera.Mode mode = probe.mode();
            String text = WebcamsCheck.words(mode);
            boolean slow = mode.framesPerSecond() > 0 && mode.framesPerSecond() < wanted;
            return List.of(
                    slow
                            ? Finding.warning(
                                    subject(),
                                    text + String.format(Locale.ROOT, "; %.0f are wanted (fps)", wanted),
                                    "let the camera send more, or set a lower fps")
                            : Finding.ok(subject(), text));
        } catch (SourceUnavailableException e) {
            return List.of(Finding.wrong(subject(), e.what(), e.cure().isEmpty() ? CURE : e.cure()));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Finding.wrong(subject(), String.valueOf(e.getMessage()), CURE));
        }
    }
}
