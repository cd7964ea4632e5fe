package io.github.maskwatch.training.export;

import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.training.batch.PhotoStore;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.network.ClassicNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a model where it belongs, but only once it has been checked. */
public final class ModelFile {
    private ModelFile() {}

    /** Opens a model file; which runtime does that is the caller's matter. */
    @FunctionalInterface
    public interface Opener {
        MaskClassifier open(Path model) throws IOException;
    }

    /**
     * Exports the network, opens what was written, compares both, and moves the file to its name.
     *
     * @param file to replace, or to be made
     * @param examples photos to compare on, those of the validation
     * @throws ExportMismatchException if the file answers otherwise than the network; then nothing is left under its name but what was
     *     there before
     * @throws IOException one line, if it cannot be written or opened
     */
    public static ExportCheck write(
            Path file,
            ClassicNetwork network,
            ModelOrigin origin,
            Opener opener,
            List<Example> examples,
            PhotoStore store)
            throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(beside, OnnxExport.bytes(network, origin));
            ExportCheck check;
            try (MaskClassifier written = opener.open(beside)) {
                check = ExportCheck.run(network, written, examples, store);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return check;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
