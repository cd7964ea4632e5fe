package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.training.detector.DetectionLossConfig;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.run.DetectorRunConfig;
import io.github.maskwatch.training.run.StartingWeights;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.compose.CompositionConfig;
import io.github.maskwatch.training.scene.paint.PaintConfig;
import io.github.maskwatch.training.trainer.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shape of a detector and what its training squares are made of, as options. */
final class DetectorTrainingOptions {
    @Option(
            names = "--detector",
            paramLabel = "nano|small|medium",
            description = "How large the detector is. Default: ${DEFAULT-VALUE}.")
    private String size = "nano";

    @Option(
            names = "--train-side",
            paramLabel = "PX",
            description = "Side of the squares that it is trained on, a multiple of 32. Default: ${DEFAULT-VALUE}.")
    private int side = 320;

    @Option(
            names = "--judge-side",
            paramLabel = "PX",
            description = "Longer side to which scenes are brought when it is judged, and frames when it is used."
                    + " Default: ${DEFAULT-VALUE}.")
    private int judgedSide = 512;

    @Option(
            names = "--mosaic",
            paramLabel = "SHARE",
            description = "Of squares that are put together from four photos. Default: ${DEFAULT-VALUE}.")
    private double mosaic = CompositionConfig.defaults().mosaic();

    @Option(
            names = "--face-sizes",
            paramLabel = "PX",
            arity = "2",
            description = "Smallest and largest side to which a face is scaled. Default: 9 280.")
    private List<Double> faceSizes = List.of(
            CompositionConfig.defaults().smallest(),
            CompositionConfig.defaults().largest());

    @Option(
            names = "--rare",
            paramLabel = "SHARE",
            description = "Of squares about a mask worn incorrectly, beside those that come by themselves."
                    + " Default: ${DEFAULT-VALUE}.")
    private double rare = CompositionConfig.defaults().rare();

    @Option(
            names = "--turn",
            paramLabel = "SHARE",
            description = "Of photos that are turned, mostly by some degrees. Default: ${DEFAULT-VALUE}.")
    private double turn = CompositionConfig.defaults().turn();

    @Option(
            names = "--paint",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Paint masks on bare faces, and hands, cups, beards and the like that are none."
                    + " Default: ${DEFAULT-VALUE}.")
    private boolean paint = true;

    @Option(
            names = "--box-weight",
            paramLabel = "FACTOR",
            description = "Of the boxes in the loss. Default: ${DEFAULT-VALUE}.")
    private double boxWeight = DetectionLossConfig.defaults().box();

    @Option(
            names = "--class-weight",
            paramLabel = "FACTOR",
            description = "Of the classes in the loss. Default: ${DEFAULT-VALUE}.")
    private double classWeight = DetectionLossConfig.defaults().classes();

    @Option(
            names = "--incorrect-weight",
            paramLabel = "FACTOR",
            description = "Of masks worn incorrectly among the classes. Default: ${DEFAULT-VALUE}.")
    private double incorrectWeight = DetectionLossConfig.defaults().incorrect();

    @Option(
            names = "--start-from",
            paramLabel = "RUN|MODEL",
            description =
                    "Begin with the weights of another run's best epoch, or of a detector's model.onnx, or of a bundled"
                            + " one (nano): of the same size, or of a narrower one where a model is named.")
    private @Nullable String startFrom;

    /** Null where chance draws the weights. */
    @Nullable
    StartingWeights start() throws IOException {
        if (startFrom == null) {
            return null;
        }
        Optional<BundledDetector> bundled = BundledDetector.named(startFrom);
        return bundled.isPresent()
                ? StartingWeights.ofModel(bundled.get().model(), bundled.get().title())
                : StartingWeights.of(Path.of(startFrom));
    }

    DetectorRunConfig config(SceneDatasetConfig scenes, TrainingConfig training, @Nullable StartingWeights start) {
        CompositionConfig base = CompositionConfig.defaults();
        return new DetectorRunConfig(
                scenes,
                DetectorConfig.named(size, side),
                new DetectionLossConfig(boxWeight, classWeight, incorrectWeight),
                training,
                new CompositionConfig(
                        mosaic,
                        faceSizes.get(0),
                        faceSizes.get(1),
                        rare,
                        turn,
                        base.grey(),
                        base.lowLight(),
                        base.noise(),
                        base.color(),
                        base.damage()),
                paint ? PaintConfig.defaults() : PaintConfig.none(),
                judgedSide,
                start == null ? "" : start.hash());
    }
}
