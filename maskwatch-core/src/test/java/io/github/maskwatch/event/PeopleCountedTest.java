package io.github.maskwatch.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleCountedTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final EventId ID = EventId.random(NOON, new Random(1));
    private static final CameraId DOOR = new CameraId("door");

    private final PeopleCounted counted = new PeopleCounted(ID, NOON, DOOR, NOON.minusSeconds(1200), 30, 2, 0, 1);

    @Test
    void aRowGivesItBack() {
        assertThat(counted.people()).isEqualTo(33);
        assertThat(counted.row().text()).isEqualTo("with_mask=30 without_mask=2 mask_worn_incorrectly=0 cannot_tell=1");
        assertThat(counted.row().track()).isNull();
        assertThat(counted.row().event()).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with_mask=30",
                "with_mask=-1 without_mask=2 mask_worn_incorrectly=0 cannot_tell=1",
                "with_mask=30 without_mask=2 mask_worn_incorrectly=0 cannot_tell=1 ",
                "with_mask=9999999999999999999 without_mask=2 mask_worn_incorrectly=0 cannot_tell=1",
            })
    void anotherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counted.row().text(text).event())
                .withMessageContaining("counts must read");
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PeopleCounted(ID, NOON, DOOR, NOON, 1, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeopleCounted(ID, NOON, DOOR, NOON.minusSeconds(1), 1, -1, 1, 1));
    }
}
