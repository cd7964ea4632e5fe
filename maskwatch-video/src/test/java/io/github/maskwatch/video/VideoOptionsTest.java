package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VideoOptionsTest {
    private final VideoOptions defaults = VideoOptions.defaults();

    @Test
    void defaultsAreTheseAndNoOthers() {
        assertThat(defaults)
                .isEqualTo(new VideoOptions(
                        Duration.ofSeconds(10), Duration.ofSeconds(4), 40_000_000, 2, RtspTransport.TCP));
    }

    @Test
    void nonsenseIsRefusedWithWhatWasWantedAndWhatCame() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withTimeouts(Duration.ZERO, second))
                .withMessage("openTimeout must be 100 ms to 10 min, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withTimeouts(second, Duration.ofDays(1)))
                .withMessageStartingWith("silenceTimeout must be 100 ms to 10 min");
        assertThatIllegalArgumentException().isThrownBy(() -> defaults.withMaxPixels(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withThreads(65))
                .withMessage("threads must be in 1..64, got 65");
    }
}
