package io.github.maskwatch.training.dataset;

import io.github.maskwatch.photo.PhotoFormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that could not be used.
 *
 * @param reason one line, without the file's name
 */
public record BrokenPhoto(Path photo, String reason) {

    /** The photo that could not be read for this reason. */
    public static BrokenPhoto of(Path photo, IOException problem) {
        if (problem instanceof PhotoFormatException format) {
            return new BrokenPhoto(photo, format.reason());
        }
        String message = problem.getMessage();
        return new BrokenPhoto(photo, message == null ? problem.getClass().getSimpleName() : message);
    }

    /** The file's name and the reason. */
    @Override
    public String toString() {
        return photo + ": " + reason;
    }
}
