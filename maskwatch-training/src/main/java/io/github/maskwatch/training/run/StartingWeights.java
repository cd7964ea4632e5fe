package io.github.maskwatch.training.run;

import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.trainer.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The weights that a run begins with where another run has left off: those of its best epoch. A copy lies in the run's own folder, so that
 * the run goes on even if the other is gone.
 */
public final class StartingWeights {
    private static final String COPY = "start.ckpt";

    private final byte[] checkpoint;

    private StartingWeights(byte[] checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * Of another run.
     *
     * @param run its folder
     * @throws IOException one line, if it has no checkpoint yet
     */
    public static StartingWeights of(Path run) throws IOException {
        Path best = Checkpoints.best(run);
        try {
            return new StartingWeights(Files.readAllBytes(best));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    run + ": no run that one could start from: there is no " + best.getFileName() + " in it", e);
        }
    }

    /** SHA-256 of the checkpoint, hexadecimal. */
    public String hash() {
        return RunFolder.sha256(checkpoint);
    }

    void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(COPY), checkpoint);
    }

    /** @throws IOException one line, if the copy is not the one that the run began with, or of a network of another shape */
    static void load(Path folder, String hash, Network network) throws IOException {
        Path copy = folder.resolve(COPY);
        if (!RunFolder.sha256(Files.readAllBytes(copy)).equals(hash)) {
            throw new IOException(copy + " is not what the run began with: start a new run");
        }
        Checkpoints.loadWeights(copy, network);
    }
}
