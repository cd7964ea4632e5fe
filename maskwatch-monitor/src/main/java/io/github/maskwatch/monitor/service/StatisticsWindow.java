package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.image.CameraId;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How many passed a camera in a time, and how many of them wore a mask. Each person counts once, with what was said in the end.
 *
 * @param from the first moment
 * @param to the first moment after it
 */
public record StatisticsWindow(
        CameraId camera,
        Instant from,
        Instant to,
        long withMask,
        long withoutMask,
        long wornIncorrectly,
        long cannotTell) {

    public StatisticsWindow {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to must lie after from, got " + from + " to " + to);
        }
        if (Math.min(Math.min(withMask, withoutMask), Math.min(wornIncorrectly, cannotTell)) < 0) {
            throw new IllegalArgumentException("counts must be at least 0");
        }
    }

    /** As it is in the record. */
    PeopleCounted event(EventId id) {
        return new PeopleCounted(id, to, camera, from, withMask, withoutMask, wornIncorrectly, cannotTell);
    }

    /** All who passed. */
    public long people() {
        return withMask + withoutMask + wornIncorrectly + cannotTell;
    }

    /** The share of those of whom something could be said that wore their mask right, 0–1; none where nothing could be said. */
    public OptionalDouble wearingRate() {
        long told = people() - cannotTell;
        return told == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) withMask / told);
    }
}
