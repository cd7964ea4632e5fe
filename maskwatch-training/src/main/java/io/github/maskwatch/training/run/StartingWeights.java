package io.github.maskwatch.training.run;

import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.export.DetectorModel;
import io.github.maskwatch.training.trainer.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights that a run of the detector begins with: those of another run's best epoch, or of a model file. A copy lies in the run's own
 * folder, so that the run goes on even if the other is gone.
 */
public final class StartingWeights {
    private static final String CHECKPOINT = "start.ckpt";
    private static final String MODEL = "start.onnx";

    private final String copy;
    private final byte[] bytes;

    private StartingWeights(String copy, byte[] bytes) {
        this.copy = copy;
        this.bytes = bytes;
    }

    /** Typical squares, NCHW, 0–255, in the scope that is open. */
    @FunctionalInterface
    interface Squares {
        Tensor pixels() throws IOException;
    }

    /**
     * Of another run.
     *
     * @param runOrModel its folder, or the {@code model.onnx} of a detector
     * @throws IOException one line, if it has no checkpoint yet or is no such file
     */
    public static StartingWeights of(Path runOrModel) throws IOException {
        if (Files.isRegularFile(runOrModel)) {
            return ofModel(Files.readAllBytes(runOrModel), runOrModel.toString());
        }
        Path best = Checkpoints.best(runOrModel);
        try {
            return new StartingWeights(CHECKPOINT, Files.readAllBytes(best));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    runOrModel + ": no run that one could start from: there is no " + best.getFileName() + " in it", e);
        }
    }

    /**
     * Of a detector in use.
     *
     * @param file the bytes of its {@code model.onnx}
     * @param title what messages call it
     * @throws IOException one line, if it is no such file
     */
    public static StartingWeights ofModel(byte[] file, String title) throws IOException {
        DetectorModel.read(file, title);
        return new StartingWeights(MODEL, file);
    }

    /** SHA-256 of the checkpoint or the model file, hexadecimal. */
    public String hash() {
        return DataHash.of(bytes);
    }

    void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(copy), bytes);
    }

    /**
     * Puts the weights of the copy in a run's folder into its network.
     *
     * @param squares asked for where the copy is a model file
     * @param seed of what disturbs copied channels where that model is narrower
     * @throws IOException one line, if the copy is not the one that the run began with, or of a network that does not fit
     */
    static void load(Path folder, String hash, DetectorNetwork network, Squares squares, long seed) throws IOException {
        Path model = folder.resolve(MODEL);
        boolean isModel = Files.exists(model);
        Path copy = isModel ? model : folder.resolve(CHECKPOINT);
        byte[] bytes = Files.readAllBytes(copy);
        if (!DataHash.of(bytes).equals(hash)) {
            throw new IOException(copy + " is not what the run began with: start a new run");
        }
        if (isModel) {
            takeOver(DetectorModel.read(bytes, copy.toString()), copy, network, squares, seed);
        } else {
            Checkpoints.loadWeights(copy, network);
        }
    }

    @SuppressWarnings("try") // the scope acts by being open
    private static void takeOver(DetectorModel model, Path copy, DetectorNetwork network, Squares squares, long seed)
            throws IOException {
        try (PointerScope scope = new PointerScope()) {
            network.takeOver(model.config(), model.convolutions(), squares.pixels(), seed);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    copy + " is a detector that does not fit into one of width "
                            + network.config().width() + ", depth "
                            + network.config().depth()
                            + ": train one of the same size, or of a wider one of the same depth",
                    e);
        }
    }
}
