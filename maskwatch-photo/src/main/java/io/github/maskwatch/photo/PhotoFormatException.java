package io.github.maskwatch.photo;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is no photo, is broken or cut off, or is larger than the limit. The message is one line that names the file. */
public final class PhotoFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    PhotoFormatException(Path photo, String reason) {
        this(photo, reason, null);
    }

    PhotoFormatException(Path photo, String reason, @Nullable Throwable cause) {
        super(photo + ": " + reason, cause);
        this.reason = reason;
    }

    /** What is wrong, without the file's name. */
    public String reason() {
        return reason;
    }
}
