package io.github.maskwatch.cli;

import io.github.maskwatch.training.trainer.ClassWeighting;
import io.github.maskwatch.training.trainer.KeptEpoch;
import io.github.maskwatch.training.trainer.LearningRate;
import io.github.maskwatch.training.trainer.Schedule;
import io.github.maskwatch.training.trainer.TrainingConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it learns, as options that change parts of what a task begins with. */
final class LearningOptions {
    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Rounds through all photos. Default: 20; of a detector 150.")
    private @Nullable Integer epochs;

    @Option(names = "--batch", paramLabel = "PHOTOS", description = "Photos per step. Default: 32; of a detector 16.")
    private @Nullable Integer batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of Adam, at its peak. Default: 0.001; of a detector 0.002.")
    private @Nullable Double learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description =
                    "How the learning rate moves: constant, cosine (down to --final-share at the end), plateau (times"
                            + " --plateau-factor after --plateau-patience epochs without a lower validation loss)."
                            + " Default: cosine.")
    private @Nullable Schedule schedule;

    @Option(
            names = "--warm-up",
            paramLabel = "EPOCHS",
            description = "During which the learning rate rises from 0. Default: 1.")
    private @Nullable Double warmUp;

    @Option(
            names = "--final-share",
            paramLabel = "SHARE",
            description = "Of the learning rate, at the end of cosine. Default: 0.01.")
    private @Nullable Double finalShare;

    @Option(names = "--plateau-factor", paramLabel = "FACTOR", description = "Default: 0.5.")
    private @Nullable Double plateauFactor;

    @Option(names = "--plateau-patience", paramLabel = "EPOCHS", description = "Default: 2.")
    private @Nullable Integer plateauPatience;

    @Option(
            names = "--weight-decay",
            paramLabel = "SHARE",
            description = "By which weights shrink in each step, times the learning rate (decoupled, as in AdamW)."
                    + " Default: 0; of a detector 0.05.")
    private @Nullable Double weightDecay;

    @Option(
            names = "--label-smoothing",
            paramLabel = "SHARE",
            description = "Of the target, that goes to all classes alike. Default: 0; of a detector 0.05.")
    private @Nullable Double labelSmoothing;

    @Option(
            names = "--weight-average",
            paramLabel = "DECAY",
            description = "Of the moving average of weights that is validated and kept; 0 for none."
                    + " Default: 0.99; of a detector 0.9993.")
    private @Nullable Double weightAverage;

    @Option(
            names = "--class-weights",
            paramLabel = "none|balanced",
            description =
                    "Whether rare classes count more in the loss. Default: none; a detector has --incorrect-weight.")
    private @Nullable ClassWeighting classWeighting;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description = "Without a lower validation loss, after which training ends; 0 for never."
                    + " Default: 8; of a detector 0.")
    private @Nullable Integer patience;

    @Option(
            names = "--keep",
            paramLabel = "best|last",
            description =
                    "Whose weights become the model: of the epoch with the lowest validation loss, or of the last one, which"
                            + " is better where few photos to validate with make the lowest a matter of chance. Default: best.")
    private @Nullable KeptEpoch keep;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description =
                    "Of the split, the weights, the order, the augmentation and dropout; a detector's split has none, so that runs that"
                            + " start from one another agree in it. With --threads 1 (a detector: with any number of them) the"
                            + " same seed gives the same model, bit for bit. Default: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Of a training step; with a detector each takes a part of the batch, of eight photos or more, so that a batch of 16"
                            + " has work for two. Another number is another run."
                            + " Default: as many as there are processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            description = "In the middle of an epoch, how often a checkpoint is written. Default: 300.")
    private @Nullable Long checkpointSeconds;

    long seed() {
        return or(seed, 1L);
    }

    /** @param base what is not said otherwise */
    TrainingConfig config(TrainingConfig base) {
        LearningRate rate = base.learningRate();
        return new TrainingConfig(
                or(epochs, base.epochs()),
                or(batch, base.batchSize()),
                new LearningRate(
                        or(learningRate, rate.peak()),
                        or(schedule, rate.schedule()),
                        or(warmUp, rate.warmUpEpochs()),
                        or(finalShare, rate.finalShare()),
                        or(plateauFactor, rate.plateauFactor()),
                        or(plateauPatience, rate.plateauPatience())),
                or(weightDecay, base.weightDecay()),
                or(labelSmoothing, base.labelSmoothing()),
                or(weightAverage, base.weightAverage()),
                or(classWeighting, base.classWeighting()),
                or(patience, base.patience()),
                or(keep, base.keep()),
                or(seed, base.seed()),
                or(threads, base.threads()),
                checkpointSeconds == null ? base.checkpointEvery() : Duration.ofSeconds(checkpointSeconds));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
