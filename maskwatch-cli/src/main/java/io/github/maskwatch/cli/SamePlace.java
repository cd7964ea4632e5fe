package io.github.maskwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two paths mean the same file or folder, by whatever links and in whatever case: what a user names as a source is not written over. */
final class SamePlace {
    private SamePlace() {}

    static boolean of(Path one, Path other) {
        if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What cannot be looked at cannot be written over either.
            return false;
        }
    }
}
