package io.github.maskwatch.training.network;

import java.io.IOException;

/** libtorch cannot be loaded here, so that nothing can be trained; models that are there already can be used all the same. */
public final class TorchUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    TorchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
