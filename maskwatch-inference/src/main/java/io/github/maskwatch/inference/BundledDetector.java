package io.github.maskwatch.inference;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.rate.Confusion;
import io.github.maskwatch.zone.Headcount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The detectors that come with Maskwatch, from the fastest to the most accurate one. */
public enum BundledDetector {
    NANO("nano"),
    SMALL("small"),
    MEDIUM("medium");

    private final String id;

    BundledDetector(String id) {
        this.id = id;
    }

    /** The one that commands call by that name; empty if there is none. */
    public static Optional<BundledDetector> named(String id) {
        return Stream.of(values()).filter(detector -> detector.id.equals(id)).findFirst();
    }

    /** What commands call it in place of a file. */
    public String id() {
        return id;
    }

    /** Whether this build of Maskwatch has it. */
    public boolean isThere() {
        return BundledModels.isThere(file(".onnx"));
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws ModelFormatException if this build of Maskwatch has it not
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public OnnxMaskDetector open(DetectorConfig config) throws IOException {
        return OnnxMaskDetector.open(quickest(), title(), config);
    }

    /**
     * The bytes of the file that this machine is fastest with: that in eight bits, if there is one, where the processor multiplies such numbers
     * rightly at full speed, else {@link #model}. They differ by some thousandths in accuracy; the card tells.
     *
     * @throws ModelFormatException if this build of Maskwatch has it not
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public byte[] quickest() throws IOException {
        String eightBits = file("-int8.onnx");
        return BundledModels.isThere(eightBits) && OnnxMaskDetector.isFastInEightBits()
                ? BundledModels.read(eightBits)
                : model();
    }

    /** What it was trained on, how well it does and where it fails, Markdown. */
    public String card() throws IOException {
        return new String(BundledModels.read(file(".md")), StandardCharsets.UTF_8);
    }

    /**
     * What it called faces of which the truth is known, for correcting a wearing rate; empty if nobody has measured that. To be measured anew
     * with every new model, by {@code maskwatch evaluate}.
     */
    public Optional<Confusion> confusion() {
        return switch (this) {
            case NANO ->
                Optional.of(new Confusion(
                        new Headcount(435, 0, 0, 117),
                        new Headcount(1, 72, 0, 74),
                        new Headcount(1, 0, 10, 43),
                        "nano in eight bits, one look at each of the 753 faces found in the 318 scenes of the test split of"
                                + " ../shared/photos/scenes that tell three states"));
            case SMALL ->
                Optional.of(new Confusion(
                        new Headcount(447, 0, 1, 115),
                        new Headcount(1, 89, 0, 57),
                        new Headcount(1, 0, 12, 38),
                        "small in eight bits, one look at each of the 761 faces found in the 318 scenes of the test split of"
                                + " ../shared/photos/scenes that tell three states"));
            case MEDIUM -> Optional.empty();
        };
    }

    /**
     * The bytes of its ONNX file in float32: what to train from, or to quantize.
     *
     * @throws ModelFormatException if this build of Maskwatch has it not
     */
    public byte[] model() throws IOException {
        return BundledModels.read(file(".onnx"));
    }

    /** What messages call it. */
    public String title() {
        return "the bundled " + file(".onnx");
    }

    private String file(String ending) {
        return "maskwatch-detector-" + id + ending;
    }
}
