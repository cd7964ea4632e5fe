package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.inference.haar.HaarConfig;
import io.github.maskwatch.inference.onnx.OnnxConfig;
import io.github.maskwatch.inference.onnx.OnnxMaskClassifier;
import io.github.maskwatch.mask.ClassicConfig;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskDetector;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What finds the faces and judges the masks. */
final class DetectorOptions {
    /** The pipelines there are. */
    enum Pipeline {
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
            description = "How faces and masks are found. classic: Haar cascade, then a small network for each face."
                    + " Default: ${DEFAULT-VALUE}.")
    Pipeline pipeline = Pipeline.CLASSIC;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model.onnx that `maskwatch train` wrote. Default: the one that comes with Maskwatch.")
    @Nullable
    Path model;

    @Option(
            names = "--detect-width",
            paramLabel = "PX",
            description =
                    "A wider frame is reduced to this width before faces are looked for: less is faster, more finds smaller"
                            + " faces. Default: 480.")
    @Nullable
    Integer detectWidth;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that look for faces in one frame. Default: as many as there are processors, at most 4.")
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** The caller closes it. */
    MaskDetector open() throws IOException {
        ClassicConfig config = config();
        HaarConfig haar = HaarConfig.DEFAULTS.withThreads(threads);
        MaskClassifier masks =
                model == null ? BundledModels.classic(OnnxConfig.DEFAULTS) : OnnxMaskClassifier.open(model);
        return Maskwatch.classic(masks, haar, config);
    }

    private ClassicConfig config() {
        return detectWidth == null ? ClassicConfig.DEFAULTS : ClassicConfig.DEFAULTS.withDetectWidth(detectWidth);
    }
}
