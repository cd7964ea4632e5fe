package io.github.maskwatch.cli.watch;

import java.io.IOException;

/** Something that a run writes cannot be written: disk full, no permission, no such folder. The message is one line. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
