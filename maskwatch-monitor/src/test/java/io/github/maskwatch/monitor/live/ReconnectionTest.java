package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReconnectionTest {
    private static final Reconnection DEFAULTS = Reconnection.defaults();

    @Test
    void defaults() {
        assertThat(DEFAULTS)
                .isEqualTo(new Reconnection(
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(30),
                        null,
                        false));
    }

    @Test
    void withoutJitterTheWaitsDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToLong(attempt ->
                                DEFAULTS.delay(attempt, new NoJitter()).toMillis())
                        .toArray())
                .containsExactly(500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000);
    }

    @Property
    void jitterAddsAtMostAQuarterAndNeverPassesTheLongest(
            @ForAll @IntRange(min = 1, max = 100_000) int attempt, @ForAll long seed) {
        Duration nominal = DEFAULTS.delay(attempt, new NoJitter());
        Duration jittered = DEFAULTS.delay(attempt, new Random(seed));
        assertThat(jittered).isGreaterThanOrEqualTo(nominal).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(jittered.toMillis()).isLessThanOrEqualTo(nominal.toMillis() * 5 / 4);
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> DEFAULTS.withGiveUpAfter(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("giveUpAfter must be above 0, got PT0S");
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Reconnection(second.plusMillis(1), second, second, second, second, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("firstFrameWithin must be at least openWithin (PT1.001S), got PT1S");
    }
}
