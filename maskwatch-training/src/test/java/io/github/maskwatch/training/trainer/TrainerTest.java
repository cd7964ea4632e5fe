package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.CrossEntropy;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    static final String FINGERPRINT = "test";
    private static final long MOST_GROWN = 40_000_000;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    static TrainingConfig config(int epochs, double rate, int patience, Duration checkpointEvery) {
        return config(epochs, rate, patience, KeptEpoch.BEST, checkpointEvery);
    }

    private static TrainingConfig config(
            int epochs, double rate, int patience, KeptEpoch keep, Duration checkpointEvery) {
        return new TrainingConfig(
                epochs,
                16,
                new LearningRate(rate, Schedule.COSINE, 0.5, 0.01, 0.5, 2),
                0.01,
                0.05,
                0.9,
                ClassWeighting.NONE,
                patience,
                keep,
                7,
                1,
                checkpointEvery);
    }

    private TrainingEnd train(TrainingConfig config, TrainingListener listener, BooleanSupplier stop, String name)
            throws IOException {
        return train(Files.createDirectories(folder.resolve(name)), config, listener, stop);
    }

    static TrainingEnd train(Path run, TrainingConfig config, TrainingListener listener, BooleanSupplier stop)
            throws IOException {
        try (ClassicNetwork network = new ClassicNetwork(Generated.network(), config.seed())) {
            Generated data = new Generated(config.batchSize());
            return new Trainer<>(
                            network,
                            new CrossEntropy(config.labelSmoothing(), List.of(1.0, 1.2)),
                            config,
                            data,
                            new LossValidator<>(network, CrossEntropy.plain(), data::validation),
                            new Checkpoints(run, FINGERPRINT))
                    .train(listener, stop)
                    .end();
        }
    }

    private static final class Recorder implements TrainingListener {
        private TrainingHistory history = TrainingHistory.empty();
        private final List<String> told = new ArrayList<>();

        @Override
        public void started(TrainingHistory before) {
            told.add("started after " + before.epochs().size());
        }

        @Override
        public void epochDone(TrainingHistory until, boolean best) {
            history = until;
        }

        @Override
        public void ended(TrainingHistory until, TrainingEnd end) {
            told.add(end + " after " + until.epochs().size());
        }
    }

    @Test
    void learnsWhatCanBeLearned() throws Exception {
        Recorder recorder = new Recorder();

        TrainingEnd end = train(config(6, 0.01, 0, Duration.ofHours(1)), recorder, () -> false, "run");

        assertThat(end).isEqualTo(TrainingEnd.DONE);
        assertThat(recorder.told).containsExactly("started after 0", "DONE after 6");
        EpochResult last = recorder.history.epochs().get(5);
        assertThat(last.validationAccuracy()).isGreaterThan(0.95);
        assertThat(last.validationLoss()).isLessThan(0.2);
        assertThat(last.imagesPerSecond()).isPositive();
    }

    @Test
    void aRunStoppedAgainAndAgainEndsWithTheSameFilesAsAnUnbrokenOne() throws Exception {
        TrainingConfig config = config(3, 0.01, 0, Duration.ZERO);
        train(config, new Recorder(), () -> false, "unbroken");

        int parts = 0;
        TrainingEnd end = TrainingEnd.INTERRUPTED;
        while (end == TrainingEnd.INTERRUPTED) {
            AtomicInteger left = new AtomicInteger(1 + parts++ % 5);
            end = train(config, new Recorder(), () -> left.decrementAndGet() <= 0, "broken");
        }

        assertThat(parts).isGreaterThan(5);
        assertThat(weights("broken", "last.ckpt")).isEqualTo(weights("unbroken", "last.ckpt"));
        assertThat(weights("broken", "best.ckpt")).isEqualTo(weights("unbroken", "best.ckpt"));
    }

    /** All of the file but what time it took. */
    private List<Float> weights(String run, String name) throws IOException {
        List<Float> all = new ArrayList<>();
        TrainingConfig config = config(3, 0.01, 0, Duration.ZERO);
        try (ClassicNetwork network = new ClassicNetwork(Generated.network(), 0);
                TrainingStep<Example> step = new TrainingStep<>(network, CrossEntropy.plain(), config)) {
            Checkpoints checkpoints = new Checkpoints(folder.resolve(run), FINGERPRINT);
            if (name.startsWith("best")) {
                all.addAll(losses(checkpoints.loadBest(network)));
                network.parameters().forEach(p -> all.addAll(values(p.tensor())));
            } else {
                all.addAll(losses(checkpoints.last().read(step.tensors()).history()));
                step.tensors().forEach(t -> all.addAll(values(t.tensor())));
            }
        }
        return all;
    }

    static List<Float> losses(TrainingHistory history) {
        return history.epochs().stream()
                .flatMap(epoch -> Stream.of((float) epoch.trainLoss(), (float) epoch.validationLoss()))
                .toList();
    }

    @SuppressWarnings("try")
    static List<Float> values(Tensor tensor) {
        List<Float> values = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            for (float value : Tensors.toArray(tensor)) {
                values.add(value);
            }
        }
        return values;
    }

    @Test
    void theLastEpochsWeightsAreKeptOnDemand() throws Exception {
        // A rate at which the loss rises again: the best epoch comes long before the last one.
        Recorder recorder = new Recorder();
        train(config(8, 0.3, 0, KeptEpoch.LAST, Duration.ofHours(1)), recorder, () -> false, "last");

        assertThat(recorder.history.keep()).isEqualTo(KeptEpoch.LAST);
        assertThat(recorder.history.kept().orElseThrow().epoch()).isEqualTo(8);
        try (ClassicNetwork network = new ClassicNetwork(Generated.network(), 0)) {
            TrainingHistory kept = new Checkpoints(folder.resolve("last"), FINGERPRINT).loadBest(network);
            assertThat(kept.epochs()).hasSize(8);
        }
    }

    @Test
    void stopsEarlyWhenTheLossFallsNoMore() throws Exception {
        Recorder recorder = new Recorder();

        TrainingEnd end = train(config(200, 0.03, 2, Duration.ofHours(1)), recorder, () -> false, "run");

        assertThat(end).isEqualTo(TrainingEnd.STOPPED_EARLY);
        int best = recorder.history.best().orElseThrow().epoch();
        assertThat(recorder.history.epochs()).hasSize(best + 2);
        Recorder again = new Recorder();
        assertThat(train(config(200, 0.03, 2, Duration.ofHours(1)), again, () -> false, "run"))
                .isEqualTo(TrainingEnd.STOPPED_EARLY);
        assertThat(again.told).containsExactly("started after " + (best + 2), "STOPPED_EARLY after " + (best + 2));
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunAndKeepsTheCheckpoint() throws Exception {
        TrainingConfig diverging = new TrainingConfig(
                50,
                16,
                LearningRate.constant(99),
                9,
                0,
                0,
                ClassWeighting.NONE,
                0,
                KeptEpoch.BEST,
                7,
                1,
                Duration.ofHours(1));

        assertThatThrownBy(() -> train(diverging, new Recorder(), () -> false, "run"))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("take a lower learning rate");
        assertThat(folder.resolve("run").toFile().list()).doesNotContain(".last.ckpt.part");
    }

    @Test
    void memoryStaysFlat() throws Exception {
        Path status = Path.of("/proc/self/statm");
        assumeTrue(Files.exists(status), "only Linux tells its resident memory so");
        // The JVM's own heap grows in the first runs of a process; what leaks grows in every run.
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3 && least >= MOST_GROWN; run++) {
            least = Math.min(least, bytesGrown(status, "run" + run));
        }

        assertThat(least).as("bytes grown over 320 steps").isLessThan(MOST_GROWN);
    }

    private long bytesGrown(Path status, String run) throws IOException {
        List<Long> pages = new ArrayList<>();
        TrainingListener watch = new TrainingListener() {
            @Override
            public void epochDone(TrainingHistory history, boolean best) throws IOException {
                pages.add(Long.parseLong(Files.readString(status).split(" ", 3)[1]));
            }
        };

        train(config(60, 0.001, 0, Duration.ofHours(1)), watch, () -> false, run);

        return (pages.get(59) - pages.get(19)) * 4096;
    }
}
