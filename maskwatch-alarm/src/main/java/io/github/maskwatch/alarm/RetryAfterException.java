package io.github.maskwatch.alarm;

import java.io.IOException;
import java.time.Duration;

/** The receiver asks to be left alone for a while, such as a webhook that answers 429 with {@code Retry-After}. */
public class RetryAfterException extends IOException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    /** @param wait at least zero */
    public RetryAfterException(String message, Duration wait) {
        super(message);
        if (wait.isNegative()) {
            throw new IllegalArgumentException("wait must be at least 0, got " + wait);
        }
        this.wait = wait;
    }

    /** How long not to try. */
    public Duration pause() {
        return wait;
    }
}
