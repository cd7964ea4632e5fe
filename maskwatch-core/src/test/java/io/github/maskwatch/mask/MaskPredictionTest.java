package io.github.maskwatch.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaskPredictionTest {
    @Test
    void stateIsTheMostProbable() {
        assertThat(new MaskPrediction(0.2, 0.5, 0.3).state()).isEqualTo(MaskState.WITHOUT_MASK);
        assertThat(new MaskPrediction(0.2, 0.3, 0.5).state()).isEqualTo(MaskState.WORN_INCORRECTLY);
        assertThat(new MaskPrediction(0.5, 0.5, 0).state()).isEqualTo(MaskState.WITH_MASK);
        assertThat(new MaskPrediction(0.2, 0.3, 0.5).confidence()).isEqualTo(0.5);
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> new MaskPrediction(0.5, 0.4, 0)).hasMessageContaining("add up to 1, got 0.9");
        assertThatThrownBy(() -> new MaskPrediction(-0.5, 1.5, 0))
                .hasMessageContaining("withMask must be in 0..1, got -0.5");
        assertThatThrownBy(() -> new MaskPrediction(Double.NaN, 0.5, 0.5)).hasMessageContaining("withMask");
    }
}
