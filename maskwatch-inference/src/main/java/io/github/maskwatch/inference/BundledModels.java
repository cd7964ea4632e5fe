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
import io.github.maskwatch.rate.Confusion;
import io.github.maskwatch.zone.Headcount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks that come with Maskwatch, and their cards: what they were trained on, how well they do and where they fail. For the
 * detectors see {@link BundledDetector}.
 */
public final class BundledModels {
    /** What commands call the bundled classifier in place of a file. */
    public static final String CLASSIC = "classic";

    /** What commands call {@link #accurate} in place of a file. */
    public static final String ACCURATE = "accurate";

    /** Those that look in {@link #ACCURATE_VIEWS}, by their index there. */
    private static final List<BundledDetector> ACCURATE_NETWORKS = List.of(BundledDetector.NANO, BundledDetector.SMALL);

    /**
     * Chosen on the validation scenes that both networks were chosen on: {@code maskwatch evaluate accurate SCENES --split val --choose} tells
     * the thresholds.
     */
    private static final FusionConfig ACCURATE_VIEWS = new FusionConfig(
            List.of(new View(0, 416, true), new View(1, 512, false), new View(1, 512, true), new View(1, 640, false)),
            0.55,
            new ScoreCurve(1.133, 0.242),
            0.25,
            new Temperatures(0.89, 0.90, 0.87),
            new CallThresholds(0.834, 0.834, 0.834));

    private static final Confusion ACCURATE_CONFUSION = new Confusion(
            new Headcount(473, 0, 1, 94),
            new Headcount(0, 105, 0, 48),
            new Headcount(2, 0, 24, 31),
            "accurate, one look at each of the 778 faces found in the 318 scenes of the test split of"
                    + " ../shared/photos/scenes that tell three states");

    private static final String CLASSIC_MODEL = "maskwatch-classic.onnx";
    private static final String CLASSIC_CARD = "maskwatch-classic.md";

    private BundledModels() {}

    /** Opens the bundled mask classifier; the caller closes it. */
    public static OnnxMaskClassifier classic(OnnxConfig config) throws IOException {
        return OnnxMaskClassifier.open(read(CLASSIC_MODEL), "the bundled " + CLASSIC_MODEL, config);
    }

    /**
     * The bundled detectors nano and small, looking several times ({@link #ACCURATE_VIEWS}); the caller closes it.
     *
     * @param config without a side: the views have their own
     * @throws IOException if ONNX Runtime does not load on this machine
     */
    public static FusedMaskDetector accurate(DetectorConfig config) throws IOException {
        if (config.side() != null) {
            throw new IllegalArgumentException("wanted no side beside those of the views, got " + config.side());
        }
        List<byte[]> networks = new ArrayList<>();
        for (BundledDetector detector : ACCURATE_NETWORKS) {
            networks.add(detector.quickest());
        }
        return FusedMaskDetector.open(
                networks, "the bundled detectors", ACCURATE_VIEWS, config.threads(), config.scoreFloor());
    }

    /**
     * What a bundled detector called faces of which the truth is known ({@link BundledDetector#confusion}).
     *
     * @param model what commands call it, {@link #ACCURATE} included
     * @return empty of a file, and where nobody has measured it
     */
    public static Optional<Confusion> confusion(String model) {
        return model.equals(ACCURATE)
                ? Optional.of(ACCURATE_CONFUSION)
                : BundledDetector.named(model).flatMap(BundledDetector::confusion);
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
