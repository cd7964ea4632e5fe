package io.github.maskwatch.photo;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no photo, is broken or cut off, or is larger than the limit. The message is one line that names the file. */
public final class PhotoFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    PhotoFormatException(Path photo, String reason) {
        super(photo + ": " + reason);
        this.reason = reason;
    }

    PhotoFormatException(Path photo, String reason, Throwable cause) {
        this(photo, reason);
        initCause(cause);
    }

    /** What is wrong, without the file's name. */
    public String reason() {
        return reason;
    }
}
