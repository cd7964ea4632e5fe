package io.github.maskwatch.zone;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is before a camera now.
 *
 * @param people in the order in which they came
 */
public record Occupancy(List<Presence> people) {
    public Occupancy {
        people = List.copyOf(people);
    }

    /**
     * Somebody who is there.
     *
     * @param state what is said of the mask; null: cannot tell
     * @param zones the names of those that the person is in
     */
    public record Presence(TrackId track, @Nullable MaskState state, Set<String> zones) {
        public Presence {
            zones = Set.copyOf(zones);
        }
    }

    /** All who are there. */
    public Headcount headcount() {
        return count(people);
    }

    /** Those in a zone. */
    public Headcount headcount(String zone) {
        return count(
                people.stream().filter(person -> person.zones().contains(zone)).toList());
    }

    private static Headcount count(List<Presence> people) {
        Headcount count = Headcount.NOBODY;
        for (Presence person : people) {
            count = count.plus(person.state());
        }
        return count;
    }
}
