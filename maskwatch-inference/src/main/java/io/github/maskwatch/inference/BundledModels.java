package io.github.maskwatch.inference;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.fusion.FusedMaskDetector;
import io.github.maskwatch.inference.fusion.FusionConfig;
import io.github.maskwatch.inference.fusion.View;
import io.github.maskwatch.inference.onnx.CallThresholds;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.Temperatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The networks that come with Maskwatch, and their cards: what they were trained on, how well they do and where they fail. For the
 * detectors see {@link BundledDetector}.
 */
public final class BundledModels {
    /** What commands call the bundled classifier in place of a file. */
    public static final String CLASSIC = "classic";

    /** What commands call {@link #accurate} in place of a file. */
    public static final String ACCURATE = "accurate";

    /**
     * Chosen on the validation scenes that the nano detector was chosen on: {@code maskwatch evaluate accurate SCENES --split val --choose}
     * tells them.
     */
    private static final FusionConfig ACCURATE_VIEWS = new FusionConfig(
            List.of(new View(416, true), new View(512, false), new View(512, true), new View(640, false)),
            0.55,
            new ScoreCurve(1.117, 0.196),
            0.27,
            new Temperatures(0.84, 0.90, 0.81),
            new CallThresholds(0.847, 0.847, 0.847));

    private static final String CLASSIC_MODEL = "maskwatch-classic.onnx";
    private static final String CLASSIC_CARD = "maskwatch-classic.md";

    private BundledModels() {}

    /** Opens the bundled mask classifier; the caller closes it. */
    public static OnnxMaskClassifier classic(OnnxConfig config) throws IOException {
        return OnnxMaskClassifier.open(read(CLASSIC_MODEL), "the bundled " + CLASSIC_MODEL, config);
    }

    /**
     * The bundled nano detector, looking several times ({@link #ACCURATE_VIEWS}); the caller closes it.
     *
     * @param config without a side: the views have their own
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static FusedMaskDetector accurate(DetectorConfig config) throws IOException {
        if (config.side() != null) {
            throw new IllegalArgumentException("wanted no side beside those of the views, got " + config.side());
        }
        BundledDetector nano = BundledDetector.NANO;
        return FusedMaskDetector.open(
                nano.quickest(), nano.title(), ACCURATE_VIEWS, config.threads(), config.scoreFloor());
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
