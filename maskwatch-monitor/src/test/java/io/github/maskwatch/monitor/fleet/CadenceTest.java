package io.github.maskwatch.monitor.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void seldomWhereNobodyIs() {
        Cadence cadence = new Cadence(10, 2, Duration.ofSeconds(2), 0);
        assertThat(cadence.after(false, SECOND)).as("awake at the start").isEqualTo(10);
        assertThat(cadence.after(false, 2 * SECOND)).isEqualTo(2);
        assertThat(cadence.after(true, 60 * SECOND)).as("at once").isEqualTo(10);
        assertThat(cadence.after(false, 61 * SECOND)).isEqualTo(10);
        assertThat(cadence.after(false, 63 * SECOND)).isEqualTo(2);
    }

    @Test
    void neverMoreThanTheTarget() {
        Cadence cadence = new Cadence(1, 2, Duration.ZERO, 0);
        assertThat(cadence.after(false, SECOND)).isEqualTo(1);
    }
}
