package io.github.maskwatch.inference;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The networks that come with Maskwatch, and their cards: what they were trained on, how well they do and where they fail. For the
 * detectors see {@link BundledDetector}.
 */
public final class BundledModels {
    /** What commands call the bundled classifier in place of a file. */
    public static final String CLASSIC = "classic";

    private static final String CLASSIC_MODEL = "maskwatch-classic.onnx";
    private static final String CLASSIC_CARD = "maskwatch-classic.md";

    private BundledModels() {}

    /** Opens the bundled mask classifier; the caller closes it. */
    public static OnnxMaskClassifier classic(OnnxConfig config) throws IOException {
        return OnnxMaskClassifier.open(read(CLASSIC_MODEL), "the bundled " + CLASSIC_MODEL, config);
    }

    /** The card of the bundled mask classifier, Markdown. */
    public static String classicCard() throws IOException {
        return new String(read(CLASSIC_CARD), StandardCharsets.UTF_8);
    }

    static boolean isThere(String resource) {
        return BundledModels.class.getResource("models/" + resource) != null;
    }

    static byte[] read(String resource) throws IOException {
        try (InputStream in = BundledModels.class.getResourceAsStream("models/" + resource)) {
            if (in == null) {
                throw new ModelFormatException(resource
                        + " is not in this build of Maskwatch; train a network of your own and name its model.onnx");
            }
            return in.readAllBytes();
        }
    }
}
