package io.github.maskwatch.alarm;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import java.util.Random;

/** Alarms to send. */
public final class Alarms {
    public static final Instant TIME = Instant.parse("2026-11-25T08:30:00Z");
    public static final CameraId DOOR = new CameraId("door");

    private Alarms() {}

    /** @param number of another id for each */
    public static AlarmRaised number(int number) {
        return at(TIME.plusMillis(number), number);
    }

    static AlarmRaised at(Instant time, int number) {
        return new AlarmRaised(
                EventId.random(time, new Random(number)),
                time,
                DOOR,
                "bare-face",
                new TrackId(number),
                "hatch",
                MaskState.WITHOUT_MASK,
                "Somebody without mask at the door, alarm " + number);
    }
}
