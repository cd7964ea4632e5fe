package io.github.maskwatch.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whether a folder can be written and its disk has room. Nothing is written to find out.
 *
 * @param mayBeMade whether Maskwatch makes it where it is not there; then its parent counts
 * @param least bytes that should be free
 */
public record FolderCheck(String subject, Path folder, boolean mayBeMade, long least) implements Check {
    /** Below this nothing goes on for long. */
    private static final long NOTHING = 16L << 20;

    @Override
    public List<Finding> look() throws IOException {
        Path there = existing();
        if (!Files.isDirectory(there)) {
            return List.of(Finding.wrong(subject, folder + " is no folder", "make it: mkdir -p " + folder));
        }
        if (!Files.isWritable(there)) {
            return List.of(Finding.wrong(
                    subject,
                    "no permission to write to " + there,
                    "give it to user " + System.getProperty("user.name") + ", or name another folder"));
        }
        return List.of(room(Files.getFileStore(there).getUsableSpace()));
    }

    private Path existing() {
        Path path = folder.toAbsolutePath();
        while (mayBeMade && !Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private Finding room(long free) {
        String text = String.format(Locale.ROOT, "%s can be written, %,d MB are free", folder, free >> 20);
        if (free < NOTHING) {
            return Finding.wrong(subject, text, "make room on that disk");
        }
        return free < least
                ? Finding.warning(
                        subject, text + ", fewer than " + (least >> 20), "make room, or keep less (store: keep, size)")
                : Finding.ok(subject, text);
    }
}
