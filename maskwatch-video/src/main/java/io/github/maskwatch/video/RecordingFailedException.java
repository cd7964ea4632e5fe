package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A video cannot be written: the disk is full, no permission, no such folder. The message is one line that names the file. */
public final class RecordingFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    RecordingFailedException(Path file, String why) {
        this(file, why, null);
    }

    private RecordingFailedException(Path file, String why, @Nullable Throwable cause) {
        this("cannot write the video " + file + ": " + why, cause);
    }

    private RecordingFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same, with what is left: of a recording of hours that is what matters. */
    static RecordingFailedException keeping(IOException failure, String left, Path where) {
        return new RecordingFailedException(failure.getMessage() + "; " + left + " is kept as " + where, failure);
    }

    static RecordingFailedException of(Path file, IOException cause) {
        return new RecordingFailedException(file, why(file, cause), cause);
    }

    /** @param code FFmpeg's negative error code */
    static RecordingFailedException of(Path file, int code) {
        return new RecordingFailedException(
                file, code == FFmpeg.ENOSPC ? "the disk is full" : FFmpeg.reason(code), null);
    }

    private static String why(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no folder " + file.toAbsolutePath().getParent();
        }
        if (cause instanceof AccessDeniedException) {
            return "no permission to write in its folder";
        }
        // The JDK's message begins with the file's name, its reason does not.
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
