package io.github.maskwatch.training.trainer;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint cannot be written; the one before it is intact. */
public final class CheckpointWriteException extends IOException {
    private static final long serialVersionUID = 1;

    CheckpointWriteException(Path file, IOException cause) {
        super(
                "cannot write the checkpoint " + file + ": " + cause.getMessage()
                        + "; the one before it is intact: make room, then go on with --resume",
                cause);
    }
}
