package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.fusion.FusedMaskDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.training.run.DetectorRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detectors out of files, opened to be judged. */
final class Detectors {
    /** What average precision is computed from: faces below this score have no influence on it that one would see. */
    static final double FLOOR = 1e-4;

    private Detectors() {}

    /**
     * The one that a user names, as it is configured; the caller closes it.
     *
     * @param model {@code nano}, {@code small}, {@code medium}, {@code accurate}, or a file
     */
    static MaskDetector open(String model, DetectorConfig config) throws IOException {
        return model.equals(BundledModels.ACCURATE) ? BundledModels.accurate(config) : single(model, config);
    }

    /** As {@link #open}, but of one network, {@code accurate} being none. */
    static OnnxMaskDetector single(String model, DetectorConfig config) throws IOException {
        Optional<BundledDetector> bundled = BundledDetector.named(model);
        return bundled.isPresent() ? bundled.get().open(config) : OnnxMaskDetector.open(Path.of(model), config);
    }

    /** Opens a detector as it is configured; the caller closes it. */
    @FunctionalInterface
    interface Opener {
        MaskDetector open(DetectorConfig config) throws IOException;
    }

    /** One that also offers faces of low scores, which only go on with a track; all that are sure enough by themselves in any case. */
    static MaskDetector following(TrackingConfig tracking, DetectorConfig config, Opener opener) throws IOException {
        MaskDetector unsure = opener.open(config.withScoreFloor(tracking.lowScore()));
        if (unsure.workingScore() >= tracking.lowScore()) {
            return unsure;
        }
        // Its own threshold is lower still.
        unsure.close();
        return opener.open(config);
    }

    /** @throws Failure if somebody asks the accurate one for a size */
    static void requireNoSide(@Nullable Integer side) throws Failure {
        if (side != null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "'accurate' looks at sizes of its own; leave --detect-size out, or take 'nano'");
        }
    }

    /** One that offers every face that it thinks possible. */
    static DetectorRun.OpenedDetector offeringAll(byte[] model) throws IOException {
        OnnxMaskDetector detector =
                OnnxMaskDetector.open(model, "the trained detector", DetectorConfig.DEFAULTS.withScoreFloor(FLOOR));
        return new DetectorRun.OpenedDetector() {
            @Override
            public List<MaskedFace> detect(Image image) {
                return detector.detect(image);
            }

            @Override
            public float[] rows(Image picture) {
                return detector.rows(picture);
            }

            @Override
            public void close() {
                detector.close();
            }
        };
    }

    /** Those that a user names: a file, or a bundled one. */
    static final class OfUsers implements DetectorSource {
        @Override
        public boolean isDetector(String model) throws IOException {
            if (model.equals(BundledModels.ACCURATE)
                    || BundledDetector.named(model).isPresent()) {
                return true;
            }
            return !model.equals(BundledModels.CLASSIC) && ModelKind.of(Path.of(model)) == ModelKind.DETECTOR;
        }

        @Override
        public Judged open(String model, @Nullable Integer side) throws IOException, Failure {
            DetectorConfig config = DetectorConfig.DEFAULTS
                    .withThreads(Math.min(4, Runtime.getRuntime().availableProcessors()))
                    .withSide(side)
                    .withScoreFloor(FLOOR);
            if (model.equals(BundledModels.ACCURATE)) {
                requireNoSide(side);
                FusedMaskDetector fused = BundledModels.accurate(config);
                return new Judged(
                        fused, fused.config().faceThreshold(), fused.config().largestSide());
            }
            OnnxMaskDetector detector = single(model, config);
            return new Judged(detector, detector.description().faceThreshold(), detector.side());
        }
    }
}
