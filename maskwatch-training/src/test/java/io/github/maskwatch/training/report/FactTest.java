package io.github.maskwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {
    /** A choice. */
    public enum Kind {
        VERY_FAST
    }

    /** A part of the configuration. */
    public record Rate(double initial, boolean warmUp) {}

    /** A configuration. */
    public record Config(int batchSize, Rate learningRate, Kind kind, Duration every, int filters1) {}

    @Test
    void aConfigurationIsWrittenInWords() {
        assertThat(Fact.of(new Config(32, new Rate(0.001, true), Kind.VERY_FAST, Duration.ofMillis(1500), 100)))
                .isEqualTo(List.of(
                        new Fact("batch size", "32"),
                        new Fact("learning rate", "initial 0.001, warm up yes"),
                        new Fact("kind", "very fast"),
                        new Fact("every", "1.5 s"),
                        new Fact("filters 1", "100")));
    }
}
