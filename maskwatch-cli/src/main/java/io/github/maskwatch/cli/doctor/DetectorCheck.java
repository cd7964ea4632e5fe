package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Whether the detector opens (and with it ONNX Runtime) and finds somebody on a picture with faces.
 *
 * @param name of the model
 */
public record DetectorCheck(String name, Opener opener, Drawing drawing) implements Check {
    /** Opens the detector. */
    @FunctionalInterface
    public interface Opener {
        MaskDetector open() throws IOException;
    }

    /** A picture with at least one face. */
    @FunctionalInterface
    public interface Drawing {
        Image draw() throws IOException;
    }

    @Override
    public String subject() {
        return "model";
    }

    @Override
    public List<Finding> look() throws IOException {
        Image picture = drawing.draw();
        try (MaskDetector detector = opener.open()) {
            // The first run also sets the runtime up.
            detector.detect(picture);
            long begin = System.nanoTime();
            List<MaskedFace> faces = detector.detect(picture);
            String text = String.format(
                    Locale.ROOT,
                    "%s opens and finds %d faces on a drawn picture, in %.0f ms",
                    name,
                    faces.size(),
                    (System.nanoTime() - begin) / 1e6);
            return List.of(
                    faces.isEmpty()
                            ? Finding.wrong(subject(), text, "use the bundled nano, or a detector that was evaluated")
                            : Finding.ok(subject(), text));
        }
    }
}
