package io.github.maskwatch.inference.format;

import java.io.IOException;

/**
 * The file is there and readable, but it is not a model that Maskwatch can use. The message is one line: what was wanted, what
 * came, and what to do.
 */
public final class ModelFormatException extends IOException {

    public ModelFormatException(String message) {
        super(message);
    }

    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
