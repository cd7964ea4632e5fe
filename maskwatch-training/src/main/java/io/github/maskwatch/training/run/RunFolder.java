package io.github.maskwatch.training.run;

import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What every run's folder has: its configuration, its split, and a fingerprint that its checkpoints carry. */
final class RunFolder {
    private RunFolder() {}

    /** Writes the split to a file. */
    @FunctionalInterface
    interface SplitWriter {
        void write(Path file) throws IOException;
    }

    static void create(Path folder, RunConfigFile.Content content, SplitWriter split) throws IOException {
        Files.createDirectories(folder);
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(
                        folder + ": is not empty; take another --output, or --resume " + folder + " to go on with it");
            }
        }
        split.write(split(folder));
        RunConfigFile.write(folder, content);
    }

    /**
     * Keeps others from training in the folder until it is closed, or the process is gone.
     *
     * @throws IOException one line, if somebody else does
     */
    static FileChannel claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // In this very process.
            channel.close();
            throw taken(folder, e);
        } catch (IOException e) {
            // A file system without locks is no reason not to train.
            return channel;
        }
        channel.close();
        throw taken(folder, null);
    }

    private static IOException taken(Path folder, @Nullable Throwable cause) {
        return new IOException(
                folder + ": another process is training in this run; wait for it, or end it first", cause);
    }

    /** Where it says which photo is for what. */
    static Path split(Path folder) {
        return folder.resolve(SplitManifest.FILE);
    }

    /** Of all that the weights depend on. */
    static String fingerprint(RunConfig config, String dataHash) {
        return DataHash.of((dataHash + RunConfigFile.text(config)).getBytes(StandardCharsets.UTF_8));
    }
}
