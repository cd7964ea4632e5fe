package io.github.maskwatch.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:30:00.123Z");
    private final Random random = new Random(1);

    @Test
    void isAUuidOfVersion7AndVariant2() {
        EventId id = EventId.random(NOW, random);

        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.value().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortsByTime() {
        EventId first = EventId.random(NOW, random);
        EventId later = EventId.random(NOW.plusMillis(1), random);

        assertThat(first).isLessThan(later);
        assertThat(first.toString()).isLessThan(later.toString());
    }

    @Test
    void isReadBack() {
        EventId id = EventId.random(NOW, random);

        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void refusesWhatIsNoUuid() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse("1-1-1-1-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse("door"));
    }
}
