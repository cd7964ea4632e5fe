package io.github.maskwatch.cli;

import io.github.maskwatch.cli.watch.NamedPictures;
import io.github.maskwatch.image.FrameSource;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.inference.onnx.ModelKind;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.mask.ClassicConfig;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.tracking.TrackingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What finds the faces and judges the masks. */
final class DetectorOptions {
    /** The pipelines there are. */
    enum Pipeline {
        DETECTOR("detector"),
        ACCURATE("accurate"),
        CLASSIC("classic");

        private final String word;

        Pipeline(String word) {
            this.word = word;
        }

        /** As one types it. */
        @Override
        public String toString() {
            return word;
        }
    }

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "How faces and masks are found. detector: by one network in one pass. accurate: by two"
                    + " looking several times, slower. classic: Haar cascade, then a small network for each face. Default: the one that --model is"
                    + " for; else detector, or classic where no detector comes with this build.")
    @Nullable
    Pipeline pipeline;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "A model.onnx that `maskwatch train` wrote, a detector or a classifier; or small, a bundled detector"
                            + " between the usual one, nano, and --pipeline accurate. Default: nano.")
    @Nullable
    Path model;

    @Option(
            names = "--detect-size",
            paramLabel = "PX",
            converter = DetectSize.Converter.class,
            description =
                    "A frame is brought to this longer side, px, before the detector looks at it: 320, 480, 640, or auto"
                            + " for what the model was made for. Less is faster, more finds smaller faces. Default: auto.")
    @Nullable
    DetectSize detectSize;

    @Option(
            names = "--detect-width",
            paramLabel = "PX",
            description = "With --pipeline classic: a wider frame is reduced to this width before faces are looked for."
                    + " Default: 480.")
    @Nullable
    Integer detectWidth;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that look for faces in one frame. Default: 1; with --pipeline classic as many as there are"
                            + " processors, at most 4.")
    @Nullable
    Integer threads;

    @Option(
            names = "--track",
            negatable = true,
            description =
                    "Follow each person from frame to frame and say what all looks say together, instead of each frame"
                            + " by itself. Default: for everything but pictures.")
    @Nullable
    Boolean track;

    /** How people are followed; null: not at all. */
    @Nullable
    TrackingConfig tracking(FrameSource source) {
        boolean moving = !(source instanceof NamedPictures);
        return (track == null ? moving : track) ? TrackingConfig.DEFAULTS : null;
    }

    /** Whether the user chose anything but how people are followed. */
    boolean isAskedFor() {
        return pipeline != null || model != null || detectSize != null || detectWidth != null || threads != null;
    }

    /**
     * The caller closes it.
     *
     * @param tracking for which it is to offer faces of low scores, too; null: sure ones only
     */
    MaskDetector open(@Nullable TrackingConfig tracking) throws IOException, Failure {
        return switch (chosen()) {
            case CLASSIC -> classic();
            case DETECTOR -> detector(tracking);
            case ACCURATE -> accurate(tracking);
        };
    }

    private Pipeline chosen() throws IOException {
        if (pipeline != null) {
            return pipeline;
        }
        boolean detector = model == null
                ? BundledDetector.NANO.isThere()
                : bundled().isPresent() || ModelKind.of(model) == ModelKind.DETECTOR;
        return detector ? Pipeline.DETECTOR : Pipeline.CLASSIC;
    }

    private MaskDetector classic() throws IOException, Failure {
        if (detectSize != null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--detect-size is for the detector; with the classic pipeline use --detect-width");
        }
        if (bundled().isPresent()) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--pipeline classic wants a classifier, and " + model + " is a detector; leave --pipeline out");
        }
        ClassicConfig config =
                detectWidth == null ? ClassicConfig.DEFAULTS : ClassicConfig.DEFAULTS.withDetectWidth(detectWidth);
        int usual = Math.min(4, Runtime.getRuntime().availableProcessors());
        HaarConfig haar = HaarConfig.DEFAULTS.withThreads(threads == null ? usual : threads);
        MaskClassifier masks =
                model == null ? BundledModels.classic(OnnxConfig.DEFAULTS) : OnnxMaskClassifier.open(model);
        return Maskwatch.classic(masks, haar, config);
    }

    private MaskDetector accurate(@Nullable TrackingConfig tracking) throws IOException, Failure {
        if (model != null || detectSize != null || detectWidth != null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--pipeline accurate is the bundled detectors with sizes and thresholds chosen for them; leave --model,"
                            + " --detect-size and --detect-width out, or take --pipeline detector");
        }
        DetectorConfig config = DetectorConfig.DEFAULTS.withThreads(threads == null ? 1 : threads);
        return BundledModels.accurate(tracking == null ? config : config.withScoreFloor(tracking.lowScore()));
    }

    private MaskDetector detector(@Nullable TrackingConfig tracking) throws IOException, Failure {
        if (detectWidth != null) {
            throw new Failure(
                    ExitCode.WRONG_USE,
                    "--detect-width is for the classic pipeline; with the detector use --detect-size");
        }
        DetectorConfig config = DetectorConfig.DEFAULTS
                .withThreads(threads == null ? 1 : threads)
                .withSide(detectSize == null ? null : detectSize.side());
        return tracking == null ? detector(config) : Detectors.following(tracking, config, this::detector);
    }

    private OnnxMaskDetector detector(DetectorConfig config) throws IOException {
        return model == null ? BundledDetector.NANO.open(config) : Detectors.single(model.toString(), config);
    }

    /** The bundled detector that --model names; empty if it names a file, or nothing. */
    private Optional<BundledDetector> bundled() {
        return model == null ? Optional.empty() : BundledDetector.named(model.toString());
    }
}
