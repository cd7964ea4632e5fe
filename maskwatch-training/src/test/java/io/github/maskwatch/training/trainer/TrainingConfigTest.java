package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {

    @Test
    void defaultsAreThese() {
        assertThat(TrainingConfig.defaults())
                .isEqualTo(new TrainingConfig(
                        20,
                        32,
                        new LearningRate(0.001, Schedule.COSINE, 1, 0.01, 0.5, 2),
                        0,
                        0,
                        0.99,
                        ClassWeighting.NONE,
                        8,
                        KeptEpoch.BEST,
                        1,
                        Runtime.getRuntime().availableProcessors(),
                        Duration.ofMinutes(5)));
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> config(0, 32, 0)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> config(1, 0, 0)).hasMessage("batchSize must be at least 1, got 0");
        assertThatThrownBy(() -> config(1, 1, 1)).hasMessage("labelSmoothing must be 0 or more and below 1, got 1.0");
    }

    private static TrainingConfig config(int epochs, int batch, double smoothing) {
        return new TrainingConfig(
                epochs,
                batch,
                LearningRate.defaults(),
                0,
                smoothing,
                0,
                ClassWeighting.NONE,
                0,
                KeptEpoch.BEST,
                1,
                1,
                Duration.ZERO);
    }
}
