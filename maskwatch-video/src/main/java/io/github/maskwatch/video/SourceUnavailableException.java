package io.github.maskwatch.video;

import java.io.IOException;

/**
 * A camera or a stream cannot be opened, or was lost: no such camera, no permission, another program has it, wrong password, no
 * answer, silence. Opening it again later may help, which it never does for a broken file. The message is one line without any
 * password.
 */
public final class SourceUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    SourceUnavailableException(String message) {
        super(message);
    }
}
