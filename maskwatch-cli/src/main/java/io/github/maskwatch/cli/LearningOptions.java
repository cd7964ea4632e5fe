package io.github.maskwatch.cli;

import io.github.maskwatch.training.trainer.ClassWeighting;
import io.github.maskwatch.training.trainer.LearningRate;
import io.github.maskwatch.training.trainer.Schedule;
import io.github.maskwatch.training.trainer.TrainingConfig;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How it learns, as options; without any of them as in {@link TrainingConfig#defaults}. */
final class LearningOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "Rounds through all photos. Default: ${DEFAULT-VALUE}.")
    private int epochs = 20;

    @Option(names = "--batch", paramLabel = "PHOTOS", description = "Photos per step. Default: ${DEFAULT-VALUE}.")
    private int batch = 32;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of Adam, at its peak. Default: ${DEFAULT-VALUE}.")
    private double learningRate = 0.001;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description =
                    "How the learning rate moves: constant, cosine (down to --final-share at the end), plateau (times"
                            + " --plateau-factor after --plateau-patience epochs without a lower validation loss)."
                            + " Default: ${DEFAULT-VALUE}.")
    private Schedule schedule = Schedule.COSINE;

    @Option(
            names = "--warm-up",
            paramLabel = "EPOCHS",
            description = "During which the learning rate rises from 0. Default: ${DEFAULT-VALUE}.")
    private double warmUp = 1;

    @Option(
            names = "--final-share",
            paramLabel = "SHARE",
            description = "Of the learning rate, at the end of cosine. Default: ${DEFAULT-VALUE}.")
    private double finalShare = 0.01;

    @Option(names = "--plateau-factor", paramLabel = "FACTOR", description = "Default: ${DEFAULT-VALUE}.")
    private double plateauFactor = 0.5;

    @Option(names = "--plateau-patience", paramLabel = "EPOCHS", description = "Default: ${DEFAULT-VALUE}.")
    private int plateauPatience = 2;

    @Option(
            names = "--weight-decay",
            paramLabel = "SHARE",
            description = "By which weights shrink in each step, times the learning rate (decoupled, as in AdamW)."
                    + " Default: ${DEFAULT-VALUE}.")
    private double weightDecay = 0;

    @Option(
            names = "--label-smoothing",
            paramLabel = "SHARE",
            description = "Of the target, that goes to all classes alike. Default: ${DEFAULT-VALUE}.")
    private double labelSmoothing = 0;

    @Option(
            names = "--weight-average",
            paramLabel = "DECAY",
            description =
                    "Of the moving average of weights that is validated and kept; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double weightAverage = 0.99;

    @Option(
            names = "--class-weights",
            paramLabel = "none|balanced",
            description = "Whether rare classes count more in the loss. Default: ${DEFAULT-VALUE}.")
    private ClassWeighting classWeighting = ClassWeighting.NONE;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description =
                    "Without a lower validation loss, after which training ends; 0 for never. Default: ${DEFAULT-VALUE}.")
    private int patience = 8;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description =
                    "Of the split, the weights, the order, the augmentation and dropout. With --threads 1 the same seed gives"
                            + " the same model, bit for bit. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Of a training step. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            description = "In the middle of an epoch, how often a checkpoint is written. Default: ${DEFAULT-VALUE}.")
    private long checkpointSeconds = 300;

    long seed() {
        return seed;
    }

    TrainingConfig config() {
        return new TrainingConfig(
                epochs,
                batch,
                new LearningRate(learningRate, schedule, warmUp, finalShare, plateauFactor, plateauPatience),
                weightDecay,
                labelSmoothing,
                weightAverage,
                classWeighting,
                patience,
                seed,
                threads,
                Duration.ofSeconds(checkpointSeconds));
    }
}
