package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One line on why a video cannot be written. */
final class OutputFailure {
    private OutputFailure() {}

    static IOException of(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return with(file, "there is no folder " + file.toAbsolutePath().getParent(), cause);
        }
        if (cause instanceof AccessDeniedException) {
            return with(file, "no permission to write in its folder", cause);
        }
        return with(file, String.valueOf(cause.getMessage()), cause);
    }

    /** @param code FFmpeg's negative error code */
    static IOException of(Path file, int code) {
        return with(file, code == FFmpeg.ENOSPC ? "the disk is full" : FFmpeg.reason(code), null);
    }

    private static IOException with(Path file, String why, @Nullable Throwable cause) {
        return new IOException("cannot write the video " + file + ": " + why, cause);
    }
}
