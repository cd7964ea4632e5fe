package io.github.maskwatch.inference;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The detectors that come with Maskwatch, from the fastest to the most accurate one. */
public enum BundledDetector {
    NANO("nano"),
    SMALL("small"),
    MEDIUM("medium");

    private final String id;

    BundledDetector(String id) {
        this.id = id;
    }

    /** What commands call it in place of a file. */
    public String id() {
        return id;
    }

    /** Whether this build of Maskwatch has it. */
    public boolean isThere() {
        return BundledModels.isThere(file("onnx"));
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws ModelFormatException if this build of Maskwatch has it not
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public OnnxMaskDetector open(DetectorConfig config) throws IOException {
        return OnnxMaskDetector.open(model(), title(), config);
    }

    /** What it was trained on, how well it does and where it fails, Markdown. */
    public String card() throws IOException {
        return new String(BundledModels.read(file("md")), StandardCharsets.UTF_8);
    }

    /**
     * The bytes of its ONNX file.
     *
     * @throws ModelFormatException if this build of Maskwatch has it not
     */
    public byte[] model() throws IOException {
        return BundledModels.read(file("onnx"));
    }

    /** What messages call it. */
    String title() {
        return "the bundled " + file("onnx");
    }

    private String file(String ending) {
        return "maskwatch-detector-" + id + "." + ending;
    }
}
