package io.github.maskwatch.training.export;

import java.io.IOException;

/** The written model does not answer as the trained network does: it must not be used. */
public final class ExportMismatchException extends IOException {
    private static final long serialVersionUID = 1;

    ExportMismatchException(String message) {
        super(message);
    }
}
