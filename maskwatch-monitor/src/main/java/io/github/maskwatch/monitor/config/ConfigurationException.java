package io.github.maskwatch.monitor.config;

import java.io.IOException;

/** A configuration cannot be used. The message is one line: where, what was wanted, what came. It never holds a secret. */
public final class ConfigurationException extends IOException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
