package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.CrossEntropy;
import io.github.maskwatch.training.network.Torch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that trains, killed again and again as by kill -9, at whatever it is doing, and started again. */
class KilledTrainingTest {
    private static final int KILLS = 4;
    private static final int EPOCHS = 12;

    @TempDir
    Path folder;

    /** The JVM that is killed: trains in the folder that it is given, with a checkpoint after each step, and tells of each step. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Torch.load();
            TrainingListener tell = new TrainingListener() {
                @Override
                public void stepDone(StepResult step) {
                    System.out.println("step");
                }
            };
            TrainerTest.train(Path.of(args[0]), config(), tell, () -> false);
        }
    }

    private static TrainingConfig config() {
        return TrainerTest.config(EPOCHS, 0.01, 0, Duration.ZERO);
    }

    @Test
    void endsWithTheSameWeightsAsAnUnbrokenRun() throws Exception {
        Path unbroken = Files.createDirectory(folder.resolve("unbroken"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        assertThat(run(unbroken, Integer.MAX_VALUE, 0)).isZero();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < KILLS; i++) {
            // Some milliseconds after a step: in the next step, while its checkpoint is written, or in validation.
            assertThat(run(broken, 2 + random.nextInt(8), random.nextInt(12))).isNotZero();
        }
        assertThat(run(broken, Integer.MAX_VALUE, 0)).isZero();

        assertThat(tensors(broken)).isEqualTo(tensors(unbroken));
        assertThat(broken.toFile().list()).containsExactlyInAnyOrder("best.ckpt", "last.ckpt");
    }

    /** Starts a JVM, kills it so many steps and milliseconds later, and gives its exit code. */
    private static int run(Path folder, int steps, int millis) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            while (seen < steps && out.readLine() != null) {
                seen++;
            }
            if (seen == steps) {
                Thread.sleep(millis);
                child.destroyForcibly();
            }
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        return child.exitValue();
    }

    private static Map<String, List<Float>> tensors(Path run) throws IOException {
        Torch.load();
        Map<String, List<Float>> all = new HashMap<>();
        try (ClassicNetwork network = new ClassicNetwork(Generated.network(), 0);
                TrainingStep<Example> step = new TrainingStep<>(network, CrossEntropy.plain(), config())) {
            Checkpoints checkpoints = new Checkpoints(run, TrainerTest.FINGERPRINT);
            TrainingState state = checkpoints.last().read(step.tensors());
            all.put("losses", TrainerTest.losses(state.history()));
            step.tensors().forEach(t -> all.put(t.name(), TrainerTest.values(t.tensor())));
            checkpoints.loadBest(network);
            network.parameters().forEach(p -> all.put("best/" + p.name(), TrainerTest.values(p.tensor())));
        }
        return all;
    }
}
