package io.github.maskwatch.store.transfer;

import io.github.maskwatch.message.OneLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file that is to be written cannot be. The message is one line. */
public final class ExportFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ExportFailedException(Path file, IOException cause) {
        super("cannot write " + file + ": " + reason(file, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        if (cause instanceof AccessDeniedException || cause instanceof NoSuchFileException) {
            return "no permission";
        }
        return OneLine.of(cause.getMessage());
    }
}
