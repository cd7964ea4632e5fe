package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FFmpegTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void nativesGoToOurOwnCache() {
        Path own = Path.of("/var/cache/mw");
        assertThat(FFmpeg.cacheFolder(Map.of(), HOME)).isEqualTo(HOME.resolve(".cache/maskwatch/javacpp"));
        assertThat(FFmpeg.cacheFolder(Map.of("XDG_CACHE_HOME", HOME + "/c"), HOME))
                .isEqualTo(HOME.resolve("c/maskwatch/javacpp"));
        assertThat(FFmpeg.cacheFolder(Map.of("XDG_CACHE_HOME", "relative", "MASKWATCH_CACHE", " "), HOME))
                .isEqualTo(HOME.resolve(".cache/maskwatch/javacpp"));
        assertThat(FFmpeg.cacheFolder(Map.of("MASKWATCH_CACHE", own.toString(), "XDG_CACHE_HOME", "/x"), HOME))
                .isEqualTo(own.resolve("javacpp"));
    }

    @Test
    void errorsHaveWords() {
        assertThat(FFmpeg.reason(FFmpeg.ENOSPC)).isEqualTo("No space left on device");
        assertThat(FFmpeg.reason(FFmpeg.EACCES)).isEqualTo("Permission denied");
        assertThat(FFmpeg.reason(FFmpeg.EBUSY)).isEqualTo("Device or resource busy");
    }
}
