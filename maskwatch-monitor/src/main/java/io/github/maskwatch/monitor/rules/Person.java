package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody before a camera. Of what comes out of order the latest counts. */
final class Person {
    private record Stay(boolean inside, Instant since) {}

    private final TrackId track;
    private final Map<String, Stay> zones = new HashMap<>();
    private @Nullable MaskState state;
    private Instant stateSince = Instant.MIN;

    Person(TrackId track) {
        this.track = track;
    }

    TrackId track() {
        return track;
    }

    /** Null: cannot tell. */
    @Nullable
    MaskState state() {
        return state;
    }

    void stateIs(@Nullable MaskState value, Instant since) {
        if (!since.isBefore(stateSince)) {
            state = value;
            stateSince = since;
        }
    }

    /** See {@link RuleEngine#setBack}. */
    void setBack(Duration by) {
        if (!isNew()) {
            stateSince = stateSince.minus(by);
        }
        zones.replaceAll((zone, stay) -> new Stay(stay.inside(), stay.since().minus(by)));
    }

    /** Whether nothing was said of the state yet. */
    boolean isNew() {
        return stateSince.equals(Instant.MIN);
    }

    /**
     * @return whether it is news
     */
    boolean zoneIs(String zone, boolean inside, Instant since) {
        Stay before = zones.get(zone);
        if (before != null && (since.isBefore(before.since()) || before.equals(new Stay(inside, since)))) {
            return false;
        }
        zones.put(zone, new Stay(inside, since));
        return true;
    }

    /**
     * @param zone null: anywhere
     */
    boolean isIn(@Nullable String zone) {
        if (zone == null) {
            return true;
        }
        Stay stay = zones.get(zone);
        return stay != null && stay.inside();
    }
}
