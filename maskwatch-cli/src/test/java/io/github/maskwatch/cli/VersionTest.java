package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void everyPlaceholderIsFilledIn() {
        assertThat(new Version().getVersion())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("$", "null"));
    }

    @Test
    void beginsWithNameAndNumber() {
        assertThat(new Version().getVersion()[0]).matches("maskwatch \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
