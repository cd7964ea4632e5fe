package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.BatchTimes;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import java.io.IOException;

/**
 * How fast training is, and where its time goes. The thread that trains either works on a step or waits for its batch; decoding and
 * augmentation run beside it, on the batch workers.
 *
 * @param photos trained on
 * @param seconds of wall time
 * @param stepSeconds of it in steps
 * @param waitSeconds of it waiting for a batch
 * @param decodeSeconds reading and decoding photos, summed over the workers
 * @param augmentSeconds augmentation, summed over the workers
 */
public record TrainingBenchmark(
        long photos,
        double seconds,
        double stepSeconds,
        double waitSeconds,
        double decodeSeconds,
        double augmentSeconds) {
    private static final double NANOS = 1e9;

    /**
     * Trains some steps and measures.
     *
     * @param source which is not closed
     * @param warmUp steps before, not measured, at least 0
     * @param steps to measure, at least 1
     */
    public static <T> TrainingBenchmark run(
            Network network, Loss<T> loss, TrainingConfig config, BatchSource<T> source, int warmUp, int steps)
            throws IOException {
        try (TrainingStep<T> step = new TrainingStep<>(network, loss, config)) {
            long done = 0;
            for (int i = 0; i < warmUp; i++) {
                step.run(next(source), config.learningRate().peak(), done++);
            }
            BatchTimes before = source.times();
            long start = System.nanoTime();
            long inSteps = 0;
            long photos = 0;
            for (int i = 0; i < steps; i++) {
                Batch<T> batch = next(source);
                long began = System.nanoTime();
                step.run(batch, config.learningRate().peak(), done++);
                inSteps += System.nanoTime() - began;
                photos += batch.size();
            }
            return of(photos, System.nanoTime() - start, inSteps, before, source.times());
        }
    }

    private static <T> Batch<T> next(BatchSource<T> source) throws IOException {
        Batch<T> batch = source.next();
        if (batch == null) {
            throw new IllegalArgumentException("a benchmark needs a source without end");
        }
        return batch;
    }

    private static TrainingBenchmark of(long photos, long wall, long inSteps, BatchTimes before, BatchTimes after) {
        return new TrainingBenchmark(
                photos,
                wall / NANOS,
                inSteps / NANOS,
                (after.waitNanos() - before.waitNanos()) / NANOS,
                (after.decodeNanos() - before.decodeNanos()) / NANOS,
                (after.augmentNanos() - before.augmentNanos()) / NANOS);
    }

    public double imagesPerSecond() {
        return photos / seconds;
    }
}
