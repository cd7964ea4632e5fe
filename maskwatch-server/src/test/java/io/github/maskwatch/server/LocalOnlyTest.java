package io.github.maskwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost:1", "LocalHost", "[::1]", "[::1]:8080"})
    void ownNames(String host) {
        assertThat(LocalOnly.isLocal(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:8080",
                "10.0.0.7",
                "[::2]:1"
            })
    void otherNames(String host) {
        assertThat(LocalOnly.isLocal(host)).isFalse();
    }

    @Test
    void noNameIsNotOurs() {
        assertThat(LocalOnly.isLocal(null)).isFalse();
    }

    @Test
    void onlyOurOwnPageOrNoPageMayAsk() {
        assertThat(LocalOnly.isOwn(null, "127.0.0.1:8080")).isTrue();
        assertThat(LocalOnly.isOwn("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
        assertThat(LocalOnly.isOwn("http://127.0.0.1:9999", "127.0.0.1:8080")).isFalse();
        assertThat(LocalOnly.isOwn("https://evil.example", "127.0.0.1:8080")).isFalse();
        assertThat(LocalOnly.isOwn("null", "127.0.0.1:8080")).isFalse();
    }
}
