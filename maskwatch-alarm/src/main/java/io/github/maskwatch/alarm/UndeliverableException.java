package io.github.maskwatch.alarm;

import java.io.IOException;

/** The receiver refuses these alarms for good, such as a webhook that answers 404: trying again will not help. */
public class UndeliverableException extends IOException {
    private static final long serialVersionUID = 1;

    public UndeliverableException(String message) {
        super(message);
    }

    public UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}
