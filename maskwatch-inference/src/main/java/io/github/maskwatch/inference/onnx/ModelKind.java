package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model of Maskwatch is for, as its file says. */
public enum ModelKind {
    /** Says of the picture of one face how its mask is worn: {@link OnnxMaskClassifier}. */
    CLASSIFIER,
    /** Finds faces and masks in a whole picture: {@link OnnxMaskDetector}. */
    DETECTOR;

    /**
     * Looks into the file, without loading the network.
     *
     * @throws ModelFormatException if it is no ONNX model, or not one of Maskwatch
     * @throws IOException if it cannot be read
     */
    public static ModelKind of(Path file) throws IOException {
        return of(OnnxFile.metadata(ModelSession.read(file, "model"), file.toString()), file.toString());
    }

    private static ModelKind of(Map<String, String> metadata, String name) throws ModelFormatException {
        @Nullable String format = metadata.get(Metadata.FORMAT);
        if (format == null) {
            throw new ModelFormatException(name + " is an ONNX model but not one of Maskwatch: its metadata has no "
                    + Metadata.FORMAT + "; give the model.onnx of a training run, or the name of a bundled one");
        }
        return switch (format.replaceAll("/.*", "")) {
            case "classifier" -> CLASSIFIER;
            case "detector" -> DETECTOR;
            default ->
                throw new ModelFormatException(
                        name + " has the format " + format + ", this Maskwatch reads classifiers and detectors");
        };
    }
}
