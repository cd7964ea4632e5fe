package io.github.maskwatch.cli;

import io.github.maskwatch.inference.onnx.OnnxMaskDetector;
import io.github.maskwatch.metrics.detection.Bootstrap;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.evaluation.Progress;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.evaluation.scene.SceneJudge;
import io.github.maskwatch.training.report.CocoResults;
import io.github.maskwatch.training.report.DetectionFolder;
import io.github.maskwatch.training.report.Fact;
import io.github.maskwatch.training.scene.SceneDataset;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.SceneSet;
import io.github.maskwatch.training.scene.annotation.CocoIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate} of a detector.
 *
 * @param model its name or file
 * @param split which one, null for test, or else val
 * @param seed of the bootstrap
 */
record DetectorJudging(String model, Path scenes, @Nullable Split split, DetectSize size, long seed) {

    DetectionEvaluation run(PrintWriter errors, Progress progress) throws IOException {
        PhotoReader reader = new PhotoReader();
        SceneSet set = SceneDataset.read(scenes, split, SceneDatasetConfig.defaults(), reader, (done, of) -> {});
        set.warnings().forEach(warning -> errors.println("maskwatch: " + warning));
        try (OnnxMaskDetector detector = Detectors.open(model, size)) {
            SceneJudge.Judged judged = new SceneJudge(reader).judge(set.scenes(), detector, progress);
            return DetectionEvaluation.of(
                    model,
                    set.description(),
                    judged.scenes(),
                    judged.broken(),
                    detector.description().faceThreshold(),
                    new Bootstrap(Bootstrap.DEFAULTS.draws(), seed));
        }
    }

    /** Writes a folder with the report, or, to a name that ends with .json, the answers in COCO's results form. */
    Path write(Path output, DetectionEvaluation evaluation, List<Fact> facts) throws Failure {
        try {
            if (isJson(output)) {
                new CocoResults(CocoIds.of(scenes), evaluation.tellsThree()).write(output, evaluation.scenes());
                return output;
            }
            return DetectionFolder.write(output, evaluation, facts, new PhotoReader());
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.OUTPUT_FAILED,
                    "the report cannot be written to " + output + ": " + FailureHandler.lineOf(e),
                    e);
        }
    }

    private static boolean isJson(Path output) {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
