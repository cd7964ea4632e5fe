package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.DetectorAdapter;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.inference.fusion.FusedMaskDetector;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.ClassicConfig;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the detectors that are measured beside each other, on one thread.
 *
 * @param name as the table calls it
 * @param faceThreshold from which score on it takes a box for a face, 0–1
 * @param opener opens it with a floor under the scores of the faces that it offers
 */
record Contestant(String name, double faceThreshold, Opener opener) {
    private static final int THREADS = 1;

    /** Opens a detector; the caller closes it. */
    @FunctionalInterface
    interface Opener {
        MaskDetector open(double scoreFloor) throws IOException;
    }

    /**
     * One of Maskwatch's own.
     *
     * @param model {@code nano}, {@code small}, {@code medium}, {@code accurate}, {@code classic}, or a file
     */
    static Contestant own(String model, DetectSize size) throws IOException, Failure {
        if (model.equals(BundledModels.CLASSIC)) {
            return classic(model, () -> BundledModels.classic(OnnxConfig.DEFAULTS));
        }
        if (model.equals(BundledModels.ACCURATE)) {
            Detectors.requireNoSide(size.side());
            return accurate(model);
        }
        Optional<BundledDetector> bundled = BundledDetector.named(model);
        if (bundled.isPresent()) {
            return detector(model, size, bundled.get()::open);
        }
        Path file = Path.of(model);
        return switch (ModelKind.of(file)) {
            case DETECTOR -> detector(model, size, config -> OnnxMaskDetector.open(file, config));
            case CLASSIFIER -> classic(model, () -> OnnxMaskClassifier.open(file));
        };
    }

    private interface DetectorOpener {
        OnnxMaskDetector open(DetectorConfig config) throws IOException;
    }

    private interface ClassifierOpener {
        MaskClassifier open() throws IOException;
    }

    private static Contestant detector(String name, DetectSize size, DetectorOpener opener) throws IOException {
        DetectorConfig config = DetectorConfig.DEFAULTS.withThreads(THREADS).withSide(size.side());
        try (OnnxMaskDetector asked = opener.open(config)) {
            return new Contestant(
                    name, asked.description().faceThreshold(), floor -> opener.open(config.withScoreFloor(floor)));
        }
    }

    private static Contestant accurate(String name) throws IOException {
        DetectorConfig config = DetectorConfig.DEFAULTS.withThreads(THREADS);
        try (FusedMaskDetector asked = BundledModels.accurate(config)) {
            return new Contestant(
                    name,
                    asked.config().faceThreshold(),
                    floor -> BundledModels.accurate(config.withScoreFloor(floor)));
        }
    }

    /** The cascade offers what it finds; it knows no lower scores. */
    private static Contestant classic(String name, ClassifierOpener opener) {
        HaarConfig haar = HaarConfig.DEFAULTS.withThreads(THREADS);
        return new Contestant(name, 0, floor -> Maskwatch.classic(opener.open(), haar, ClassicConfig.DEFAULTS));
    }

    /** One of another make. */
    static Contestant of(DetectorAdapter adapter, Path model) {
        return new Contestant(adapter.name(), adapter.faceThreshold(), floor -> adapter.open(model, floor, THREADS));
    }
}
