package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.network.Network;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two checkpoints of a run: {@code last.ckpt}, from which it goes on, and {@code best.ckpt}, the weights of the epoch with the lowest
 * validation loss.
 */
public final class Checkpoints {
    private final Path folder;
    private final CheckpointFile last;
    private final CheckpointFile best;

    /**
     * @param folder that is there
     * @param fingerprint stands for all that the run depends on; a checkpoint of another one is refused
     */
    public Checkpoints(Path folder, String fingerprint) {
        this(folder, fingerprint, file -> new FileOutputStream(file.toFile()));
    }

    Checkpoints(Path folder, String fingerprint, CheckpointFile.Opener opener) {
        this.folder = folder;
        last = new CheckpointFile(folder.resolve("last.ckpt"), fingerprint, opener);
        best = new CheckpointFile(best(folder), fingerprint, opener);
    }

    /** Where a run keeps the weights of its best epoch, or of its last one if it is told to keep that. */
    public static Path best(Path folder) {
        return folder.resolve("best.ckpt");
    }

    /**
     * Keeps others from training in the folder until it is closed, or the process is gone.
     *
     * @throws IOException one line, if somebody else does
     */
    FileChannel claim() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // In this very process.
            channel.close();
            throw taken(e);
        } catch (IOException e) {
            // A file system without locks is no reason not to train.
            return channel;
        }
        channel.close();
        throw taken(null);
    }

    private IOException taken(@Nullable Throwable cause) {
        return new IOException(
                folder + ": another process is training in this run; wait for it, or end it first", cause);
    }

    CheckpointFile last() {
        return last;
    }

    CheckpointFile best() {
        return best;
    }

    /** Whether there is something to go on from; if not, a resumed run starts anew. */
    public boolean hasLast() {
        return last.exists();
    }

    /**
     * Puts the kept epoch's weights into the network.
     *
     * @return the epochs up to that one
     */
    public TrainingHistory loadBest(Network network) throws IOException {
        return best.read(weights(network)).history();
    }

    /**
     * Puts the weights of any run's {@code best.ckpt} into a network of the same shape.
     *
     * @throws IOException one line, if the file is no such checkpoint or was made by a network of another shape
     */
    public static void loadWeights(Path checkpoint, Network network) throws IOException {
        new CheckpointFile(checkpoint, null, file -> new FileOutputStream(file.toFile())).read(weights(network));
    }

    static List<NamedTensor> weights(Network network) {
        return network.state().stream()
                .map(parameter -> new NamedTensor("weights/" + parameter.name(), parameter.tensor()))
                .toList();
    }
}
