package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    @ParameterizedTest
    @CsvSource({"90, PT90S", "90s, PT90S", "10m, PT10M", "1h30m, PT90M", "500ms, PT0.5S", "1.5s, PT1.5S", "2D, PT48H"})
    void asPeopleWriteThem(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5s", "soon", "5 s", "10x", "m"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new DurationConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("wanted such as 90s, 10m or 1h30m");
    }

    @Test
    void theMessageNamesWhatCame() {
        assertThatThrownBy(() -> new DurationConverter().convert("soon"))
                .hasMessageStartingWith("'soon' is no duration");
    }
}
