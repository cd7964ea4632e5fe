package io.github.maskwatch.event;

import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened. Immutable. Two with the same {@link #id} are the same event. */
public sealed interface Event
        permits PersonAppeared,
                StateChanged,
                PersonLeft,
                ZoneEntered,
                ZoneLeft,
                LinePassed,
                PeopleCounted,
                AlarmRaised,
                CameraStatusChanged,
                ServiceNoted {

    EventId id();

    /** When it happened. */
    Instant time();

    /** Where; null if it concerns no single camera. */
    @Nullable
    CameraId camera();

    EventKind kind();

    /** All its fields side by side, for tables. */
    EventRow row();
}
