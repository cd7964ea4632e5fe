package io.github.maskwatch.training.report;

import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The history of a run as {@code metrics.csv}: a row per epoch, there as soon as the epoch ends. The whole file is written anew each
 * time, from the history that comes back with a checkpoint: so a run that was killed in the middle of a row and resumed has each
 * epoch once.
 */
final class MetricsFile {
    private static final String HEADER =
            "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,images_per_second,seconds\n";

    private MetricsFile() {}

    static void write(Path file, TrainingHistory history) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        history.epochs().forEach(epoch -> rows.append(row(epoch)));
        AtomicFile.write(file, rows.toString());
    }

    private static String row(EpochResult epoch) {
        return String.format(
                Locale.ROOT,
                "%d,%.6f,%.6f,%.6f,%.6f,%.3e,%.1f,%.2f\n",
                epoch.epoch(),
                epoch.trainLoss(),
                epoch.trainAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy(),
                epoch.learningRate(),
                epoch.imagesPerSecond(),
                epoch.duration().toMillis() / 1000.0);
    }
}
