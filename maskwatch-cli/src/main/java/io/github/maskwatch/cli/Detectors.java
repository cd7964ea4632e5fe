package io.github.maskwatch.cli;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.fusion.FusedMaskDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.training.run.DetectorRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Detectors out of files, opened to be judged. */
final class Detectors {
    /** What average precision is computed from: faces below this score have no influence on it that one would see. */
    static final double FLOOR = 0.05;

    private Detectors() {}

    static Optional<BundledDetector> bundled(String name) {
        return Stream.of(BundledDetector.values())
                .filter(detector -> detector.id().equals(name))
                .findFirst();
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
            return model.equals(BundledModels.ACCURATE)
                    || bundled(model).isPresent()
                    || (Files.isRegularFile(Path.of(model)) && isDetectorFile(Path.of(model)));
        }

        private static boolean isDetectorFile(Path file) throws IOException {
            try {
                return ModelKind.of(file) == ModelKind.DETECTOR;
            } catch (ModelFormatException e) {
                // Whoever opens it says better what is wrong with it.
                return false;
            }
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
            Optional<BundledDetector> bundled = bundled(model);
            OnnxMaskDetector detector =
                    bundled.isPresent() ? bundled.get().open(config) : OnnxMaskDetector.open(Path.of(model), config);
            return new Judged(detector, detector.description().faceThreshold(), detector.side());
        }
    }
}
