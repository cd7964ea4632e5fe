package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static final TrainingHistory NONE = TrainingHistory.empty();

    private static TrainingHistory losses(double... losses) {
        TrainingHistory history = NONE;
        for (double loss : losses) {
            history = history.plus(
                    new EpochResult(history.epochs().size() + 1, 0.5, 0.8, loss, 0.9, 1e-3, 50, Duration.ofSeconds(1)));
        }
        return history;
    }

    @Test
    void warmsUpInAStraightLineThenFallsAlongACosine() {
        LearningRate rate = new LearningRate(0.01, Schedule.COSINE, 2, 0.1, 0.5, 2);

        assertThat(rate.at(0, 10, 12, NONE)).isCloseTo(0.0005, within(1e-12));
        assertThat(rate.at(19, 10, 12, NONE)).isCloseTo(0.01, within(1e-12));
        assertThat(rate.at(20, 10, 12, NONE)).isCloseTo(0.01, within(1e-12));
        assertThat(rate.at(70, 10, 12, NONE)).isCloseTo(0.0055, within(1e-12));
        assertThat(rate.at(120, 10, 12, NONE)).isCloseTo(0.001, within(1e-12));
    }

    @Test
    void fallsAfterEachPlateau() {
        LearningRate rate = new LearningRate(0.01, Schedule.PLATEAU, 0, 0, 0.5, 2);

        assertThat(rate.at(9, 10, 12, losses(0.5, 0.4))).isEqualTo(0.01);
        assertThat(rate.at(9, 10, 12, losses(0.5, 0.4, 0.41))).isEqualTo(0.01);
        assertThat(rate.at(9, 10, 12, losses(0.5, 0.4, 0.41, 0.42))).isEqualTo(0.005);
        assertThat(rate.at(9, 10, 12, losses(0.5, 0.4, 0.41, 0.42, 0.39, 0.39, 0.4)))
                .isEqualTo(0.0025);
    }

    @Test
    void staysConstant() {
        assertThat(LearningRate.constant(0.002).at(12345, 10, 12, NONE)).isEqualTo(0.002);
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> LearningRate.constant(0))
                .hasMessage("learningRate must be above 0 and below 100, got 0.0");
        assertThatThrownBy(() -> LearningRate.constant(Double.NaN)).hasMessageContaining("learningRate");
        assertThatThrownBy(() -> new LearningRate(1, Schedule.PLATEAU, 0, 0, 1, 2))
                .hasMessageContaining("plateauFactor");
    }
}
