package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameSlotTest {
    private final FrameSlot slot = new FrameSlot();

    @Test
    void theNewestWins() throws InterruptedException {
        assertThat(slot.put(frame(1))).isFalse();
        assertThat(slot.put(frame(2))).as("drops the first").isTrue();
        assertThat(slot.take(Duration.ZERO)).isEqualTo(frame(2));
        assertThat(slot.take(Duration.ZERO)).isNull();
        assertThat(slot.put(frame(3))).as("nothing was waiting").isFalse();
    }

    @Test
    void aTakerWaitsForAFrame() throws InterruptedException {
        Thread reader = new Thread(() -> slot.put(frame(7)), "test-reader");
        reader.start();
        assertThat(slot.take(Duration.ofMinutes(1))).isEqualTo(frame(7));
        reader.join();
    }

    @Test
    void wakingEndsTheWaitButLosesNoFrame() throws InterruptedException {
        slot.wake();
        assertThat(slot.take(Duration.ofMinutes(1))).isNull();
        slot.put(frame(1));
        slot.wake();
        assertThat(slot.take(Duration.ofMinutes(1))).isEqualTo(frame(1));
    }

    private static TimedFrame frame(long index) {
        return new TimedFrame(new Frame(FakeSource.CAMERA, index, Duration.ZERO, Image.filled(1, 1, 0)), index);
    }
}
