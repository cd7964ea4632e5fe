package io.github.maskwatch.training.run;

import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.dataset.SplitManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Where it says which photo is for what. */
    static Path split(Path folder) {
        return folder.resolve(SplitManifest.FILE);
    }

    /** Of all that the weights depend on. */
    static String fingerprint(RunConfig config, String dataHash) {
        return DataHash.of((dataHash + RunConfigFile.text(config)).getBytes(StandardCharsets.UTF_8));
    }
}
