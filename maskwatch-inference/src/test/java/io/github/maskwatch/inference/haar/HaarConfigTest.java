package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HaarConfigTest {

    @Test
    void defaults() {
        assertThat(HaarConfig.DEFAULTS).isEqualTo(new HaarConfig(1.1, 3, 24, 1));
    }

    @Test
    void withersChangeOneThing() {
        assertThat(HaarConfig.DEFAULTS
                        .withScaleFactor(1.3)
                        .withMinNeighbors(5)
                        .withMinSize(40)
                        .withThreads(2))
                .isEqualTo(new HaarConfig(1.3, 5, 40, 2));
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> HaarConfig.DEFAULTS.withScaleFactor(1)).hasMessageContaining("got 1.0");
        assertThatThrownBy(() -> HaarConfig.DEFAULTS.withScaleFactor(Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> HaarConfig.DEFAULTS.withMinNeighbors(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> HaarConfig.DEFAULTS.withMinSize(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> HaarConfig.DEFAULTS.withThreads(0)).hasMessageContaining("got 0");
    }
}
