package io.github.maskwatch.store;

import java.io.IOException;

/** Another service works with the store; one line, with what to do. */
public final class StoreTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    StoreTakenException(StoreAddress address) {
        super("another maskwatch monitor works with the event store " + address
                + "; end that one, or name another store");
    }
}
