package io.github.maskwatch.training.run;

import io.github.maskwatch.training.detector.DetectionLossConfig;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import io.github.maskwatch.training.scene.compose.CompositionConfig;
import io.github.maskwatch.training.scene.paint.PaintConfig;
import io.github.maskwatch.training.trainer.ClassWeighting;
import io.github.maskwatch.training.trainer.KeptEpoch;
import io.github.maskwatch.training.trainer.LearningRate;
import io.github.maskwatch.training.trainer.Schedule;
import io.github.maskwatch.training.trainer.TrainingConfig;
import java.time.Duration;

/**
 * All that a run of the detector depends on beside its scenes. Same scenes and same values give the same model, byte for
 * byte.
 *
 * @param judgedSide px to which the longer side of a scene is brought when the detector is judged, and of a frame when it is used, 32–4096
 * @param start SHA-256 of the checkpoint whose weights it begins with, empty where chance drew them
 */
public record DetectorRunConfig(
        SceneDatasetConfig dataset,
        DetectorConfig network,
        DetectionLossConfig loss,
        TrainingConfig training,
        CompositionConfig composition,
        PaintConfig painting,
        int judgedSide,
        String start)
        implements RunConfig {

    public DetectorRunConfig {
        // What no detector can be opened with would show only when the first epoch is over.
        if (judgedSide < 32 || judgedSide > 4096) {
            throw new IllegalArgumentException("judgedSide (--judge-side) must be in 32..4096 px, got " + judgedSide);
        }
    }

    /** What training begins with: 150 epochs of batches of 16. */
    public static TrainingConfig defaultTraining() {
        return new TrainingConfig(
                150,
                16,
                new LearningRate(2e-3, Schedule.COSINE, 1, 0.01, 0.5, 2),
                0.05,
                0.05,
                0.9993,
                ClassWeighting.NONE,
                0,
                KeptEpoch.BEST,
                1,
                Runtime.getRuntime().availableProcessors(),
                Duration.ofMinutes(5));
    }
}
