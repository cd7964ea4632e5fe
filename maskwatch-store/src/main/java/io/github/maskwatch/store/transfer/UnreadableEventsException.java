package io.github.maskwatch.store.transfer;

import io.github.maskwatch.message.OneLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file holds something that is no event. The message is one line with the place. */
public final class UnreadableEventsException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableEventsException(String message, @Nullable Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
