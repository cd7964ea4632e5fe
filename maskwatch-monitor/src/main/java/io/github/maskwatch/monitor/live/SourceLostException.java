package io.github.maskwatch.monitor.live;

import java.io.IOException;

/** A live source that opened but gave nothing: it may be there later. The message is one line. */
public final class SourceLostException extends IOException {
    private static final long serialVersionUID = 1L;

    SourceLostException(String message) {
        super(message);
    }
}
