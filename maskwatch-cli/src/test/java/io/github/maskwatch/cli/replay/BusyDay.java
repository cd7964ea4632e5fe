package io.github.maskwatch.cli.replay;

import io.github.maskwatch.event.Direction;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.LinePassed;
import io.github.maskwatch.event.PersonAppeared;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.StateChanged;
import io.github.maskwatch.event.ZoneEntered;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The events of a day at a door that 10,000 people pass, by chance. */
final class BusyDay {
    private static final int PEOPLE = 10_000;
    private static final Duration DAY = Duration.ofHours(24);
    private static final CameraId DOOR = new CameraId("door");

    private final Random random = new Random(1);
    private final List<Event> events = new ArrayList<>();

    static List<Event> events(Instant midnight) {
        BusyDay day = new BusyDay();
        for (int i = 0; i < PEOPLE; i++) {
            day.pass(midnight.plusMillis((long) (day.random.nextDouble() * (DAY.toMillis() - 60_000))));
        }
        day.events.sort(Comparator.comparing(Event::time));
        return day.events;
    }

    private void pass(Instant came) {
        TrackId track = TrackId.random(random);
        MaskState state = random.nextInt(10) == 0 ? MaskState.WITHOUT_MASK : MaskState.WITH_MASK;
        Instant told = came.plusMillis(200);
        Instant entered = came.plusMillis(1000 + random.nextInt(4000));
        Instant crossed = entered.plusMillis(500 + random.nextInt(2000));
        Instant left = crossed.plusMillis(1000 + random.nextInt(20_000));
        events.add(new PersonAppeared(id(came), came, DOOR, track));
        events.add(new StateChanged(id(told), told, DOOR, track, null, state));
        events.add(new ZoneEntered(id(entered), entered, DOOR, track, "entrance", state));
        events.add(new LinePassed(id(crossed), crossed, DOOR, track, "sill", Direction.IN, state));
        events.add(new ZoneLeft(id(left), left, DOOR, track, "entrance", state, Duration.between(entered, left)));
        events.add(new PersonLeft(id(left), left, DOOR, track, state, Duration.between(came, left)));
    }

    private EventId id(Instant time) {
        return EventId.random(time, random);
    }
}
