package io.github.maskwatch.store;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Events of every kind with whatever a field may hold, drawn at random. */
public final class SomeEvents {
    private static final String[] TEXTS = {
        "",
        " ",
        "door",
        "Tür",
        "„Maske“ \"auf\"!",
        "a,b;c\td",
        "two\nlines",
        "old\r\nlines\r",
        "'quoted'",
        "\"",
        "\"\"",
        "=1+1",
        "null",
        "\\N",
        "\\",
        "\uD83D\uDE37",
        "日本語",
        "\u0001\u001f\u007f\u0085\u2028",
        "  blanks around  ",
        "#no comment",
        "\ufeffmark",
        "e\u0301"
    };

    private final RandomGenerator random;

    public SomeEvents(RandomGenerator random) {
        this.random = random;
    }

    public List<Event> list(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(any());
        }
        return events;
    }

    public Event any() {
        return at(
                Instant.ofEpochSecond(random.nextLong(-9_000_000_000L, 9_000_000_000L), random.nextInt(1_000_000_000)));
    }

    public Event at(Instant time) {
        EventId id = EventId.random(Instant.ofEpochMilli(Math.abs(time.toEpochMilli())), random);
        TrackId track = TrackId.random(random);
        CameraId camera = new CameraId("c" + text());
        return switch (random.nextInt(10)) {
            case 0 -> new PersonAppeared(id, time, camera, track);
            case 1 -> new StateChanged(id, time, camera, track, state(), state());
            case 2 -> new PersonLeft(id, time, camera, track, state(), stayed());
            case 3 -> new ZoneEntered(id, time, camera, track, text(), state());
            case 4 -> new ZoneLeft(id, time, camera, track, text(), state(), stayed());
            case 5 -> new LinePassed(id, time, camera, track, text(), oneOf(Direction.values()), state());
            case 6 -> new AlarmRaised(id, time, maybe(camera), text(), maybe(track), maybe(text()), state(), text());
            case 7 -> new CameraStatusChanged(id, time, camera, random.nextBoolean(), text());
            case 8 ->
                new PeopleCounted(
                        id,
                        time,
                        camera,
                        time.minusNanos(random.nextLong(1, Long.MAX_VALUE)),
                        number(),
                        number(),
                        0,
                        number());
            default -> new ServiceNoted(id, time, text(), text());
        };
    }

    private long number() {
        return random.nextBoolean() ? random.nextInt(20) : random.nextLong(1_000_000_000_000_000_000L);
    }

    private Duration stayed() {
        return random.nextBoolean() ? Duration.ZERO : Duration.ofNanos(random.nextLong(Long.MAX_VALUE));
    }

    private String text() {
        StringBuilder text = new StringBuilder(oneOf(TEXTS));
        while (random.nextInt(3) == 0) {
            int point = random.nextInt(1, Character.MAX_CODE_POINT);
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                text.appendCodePoint(point).append(oneOf(TEXTS));
            }
        }
        return text.toString();
    }

    private @Nullable MaskState state() {
        return maybe(oneOf(MaskState.values()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
