package io.github.maskwatch.training.dataset;

import io.github.maskwatch.photo.PhotoFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that could not be used.
 *
 * @param reason one line, without the file's name
 */
public record BrokenPhoto(Path photo, String reason) {
    private static final int MOST_NAMED = 5;

    /** The photo that could not be read for this reason. */
    public static BrokenPhoto of(Path photo, IOException problem) {
        if (problem instanceof PhotoFormatException format) {
            return new BrokenPhoto(photo, format.reason());
        }
        String message = problem.getMessage();
        return new BrokenPhoto(photo, message == null ? problem.getClass().getSimpleName() : message);
    }

    /** That these were left out, one line each; of many the first ones. */
    public static List<String> remarks(List<BrokenPhoto> broken) {
        List<String> remarks = new ArrayList<>();
        broken.stream().limit(MOST_NAMED).forEach(photo -> remarks.add("left out " + photo));
        if (broken.size() > MOST_NAMED) {
            remarks.add("left out " + (broken.size() - MOST_NAMED) + " more photos that cannot be used");
        }
        return remarks;
    }

    /** The file's name and the reason. */
    @Override
    public String toString() {
        return photo + ": " + reason;
    }
}
