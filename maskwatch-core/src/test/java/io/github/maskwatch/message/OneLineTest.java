package io.github.maskwatch.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void breaksAndTheBlanksAboutThemAreOneBlank() {
        assertThat(OneLine.of("cannot  connect \r\n\tto it\n\nnow")).isEqualTo("cannot  connect to it now");
        assertThat(OneLine.of("as it is")).isEqualTo("as it is");
        assertThat(OneLine.of((String) null)).isEqualTo("null");
    }

    @Test
    void whoSaysNothingIsCalledByName() {
        assertThat(OneLine.of(new IOException())).isEqualTo("IOException");
        assertThat(OneLine.of(new IOException("a\nb"))).isEqualTo("a b");
    }
}
