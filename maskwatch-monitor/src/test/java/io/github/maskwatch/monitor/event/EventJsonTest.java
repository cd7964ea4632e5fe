package io.github.maskwatch.monitor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final EventId ID = EventId.parse("0193628e-57fb-7a5b-8c1d-0123456789ab");
    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00.250000001Z");
    private static final CameraId DOOR = new CameraId("door");
    private static final TrackId TRACK = new TrackId(0x00c0ffee00c0ffeeL);

    static Stream<Event> everyKind() {
        return Stream.of(
                new PersonAppeared(ID, TIME, DOOR, TRACK),
                new StateChanged(ID, TIME, DOOR, TRACK, null, MaskState.WORN_INCORRECTLY),
                new StateChanged(ID, TIME, DOOR, TRACK, MaskState.WITH_MASK, null),
                new PersonLeft(ID, TIME, DOOR, TRACK, MaskState.WITH_MASK, Duration.ofNanos(4_200_000_001L)),
                new PersonLeft(ID, TIME, DOOR, TRACK, null, Duration.ofMinutes(20)),
                new ZoneEntered(ID, TIME, DOOR, TRACK, "hatch", null),
                new ZoneLeft(ID, TIME, DOOR, TRACK, "hatch", MaskState.WITHOUT_MASK, Duration.ZERO),
                new LinePassed(ID, TIME, DOOR, TRACK, "sill", Direction.OUT, MaskState.WITH_MASK),
                new PeopleCounted(ID, TIME, DOOR, TIME.minusSeconds(1200), 30, 2, 0, 1),
                new AlarmRaised(ID, TIME, null, "few", null, null, null, "Fewer than half wear a mask"),
                new AlarmRaised(ID, TIME, DOOR, "bare", TRACK, "hatch", MaskState.WITHOUT_MASK, "„Maske“ \"auf\"\n!"),
                new CameraStatusChanged(ID, TIME, DOOR, false, "no frame for 5 s"),
                new CameraStatusChanged(ID, TIME, DOOR, true, ""),
                new ServiceNoted(ID, TIME, "started", ""));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void comesBackAsItWas(Event event) {
        String line = EventJson.write(event);

        assertThat(line).doesNotContain("\n");
        assertThat(EventJson.read(line)).isEqualTo(event);
    }

    @Test
    void noKindIsForgotten() {
        assertThat(everyKind().map(Event::kind).distinct()).containsAll(Arrays.asList(EventKind.values()));
    }

    @Test
    void readsWell() {
        Event left = new PersonLeft(
                ID, Instant.parse("2026-11-25T08:30:00Z"), DOOR, TRACK, MaskState.WITH_MASK, Duration.ofMillis(4200));

        assertThat(EventJson.write(left))
                .isEqualTo("{\"id\":\"0193628e-57fb-7a5b-8c1d-0123456789ab\",\"kind\":\"left\","
                        + "\"time\":\"2026-11-25T08:30:00Z\",\"camera\":\"door\",\"track\":\"00c0ffee00c0ffee\","
                        + "\"state\":\"with_mask\",\"stayed_s\":4.2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "null",
                "{}",
                "{\"id\":\"0193628e-57fb-7a5b-8c1d-0123456789ab\",\"kind\":\"left\",\"time\":\"yesterday\"}",
                "{\"id\":\"0193628e-57fb-7a5b-8c1d-0123456789ab\",\"kind\":\"left\",\"time\":\"2026-11-25T08:30:00Z\"}",
                "{\"id\":\"1\",\"kind\":\"service\",\"time\":\"2026-11-25T08:30:00Z\",\"name\":\"started\",\"text\":\"\"}",
                "{\"id\":\"0193628e-57fb-7a5b-8c1d-0123456789ab\",\"kind\":\"service\",\"time\":\"2026-11-25T08:30:00Z\","
                        + "\"name\":\"started\",\"text\":\"\",\"face\":1}"
            })
    void refusesAnythingElseInOneLine(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventJson.read(line))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void randomTracksComeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            TrackId track = TrackId.random(random);
            assertThat(TrackId.parse(track.toString())).isEqualTo(track);
        }
    }
}
