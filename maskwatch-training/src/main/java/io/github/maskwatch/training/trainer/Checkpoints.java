package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.network.Network;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The two checkpoints of a run: {@code last.ckpt}, from which it goes on, and {@code best.ckpt}, the weights of the epoch with the lowest
 * validation loss.
 */
public final class Checkpoints {
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
        last = new CheckpointFile(folder.resolve("last.ckpt"), fingerprint, opener);
        best = new CheckpointFile(best(folder), fingerprint, opener);
    }

    /** Where a run keeps the weights of its best epoch, or of its last one if it is told to keep that. */
    public static Path best(Path folder) {
        return folder.resolve("best.ckpt");
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
