package io.github.maskwatch.photo;

import java.io.IOException;

/** A decoder's word that the bytes are no good picture; {@link PhotoReader} adds the file's name. */
final class BadPhotoException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    BadPhotoException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
