package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {

    private static EpochResult epoch(int number, double validationLoss) {
        return new EpochResult(number, 0.5, 0.8, validationLoss, 0.9, 1e-3, 50, Duration.ofSeconds(10));
    }

    @Test
    void theBestEpochIsTheFirstOneWithTheLowestValidationLoss() {
        TrainingHistory history = TrainingHistory.empty()
                .plus(epoch(1, 0.4))
                .plus(epoch(2, 0.3))
                .plus(epoch(3, 0.3))
                .plus(epoch(4, 0.5));

        assertThat(history.best()).contains(epoch(2, 0.3));
        assertThat(TrainingHistory.empty().best()).isEmpty();
    }

    @Test
    void theLastEpochMayBeKeptInstead() {
        TrainingHistory history = TrainingHistory.empty()
                .keeping(KeptEpoch.LAST)
                .plus(epoch(1, 0.3))
                .plus(epoch(2, 0.4));

        assertThat(history.kept()).contains(epoch(2, 0.4));
        assertThat(history.keeping(KeptEpoch.BEST).kept()).contains(epoch(1, 0.3));
        assertThat(TrainingHistory.empty().keeping(KeptEpoch.LAST).kept()).isEmpty();
    }

    @Test
    void rejectsGapsAndNonsense() {
        assertThatThrownBy(() -> TrainingHistory.empty().plus(epoch(2, 0.4)))
                .hasMessage("epochs must be numbered from 1 without gaps, got 2 at place 1");
        assertThatThrownBy(() -> epoch(1, Double.NaN)).hasMessageContaining("validationLoss");
        assertThatThrownBy(() -> epoch(0, 1)).hasMessage("epoch must be at least 1, got 0");
    }
}
