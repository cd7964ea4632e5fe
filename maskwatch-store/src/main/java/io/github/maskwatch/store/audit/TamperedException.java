package io.github.maskwatch.store.audit;

import java.io.IOException;
import java.nio.file.Path;

/** A log is not as it was written. The message is one line and says where. */
public final class TamperedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    TamperedException(Path file, long line, String what) {
        super(file + ", line " + line + ": " + what);
        this.line = line;
    }

    /** The first line that is not as it was written, from 1. */
    public long line() {
        return line;
    }
}
