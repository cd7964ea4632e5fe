package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule about each person by himself: one alarm for each. */
final class PersonWatcher extends Watcher {
    /** Of whom it holds, and who was not told yet. */
    private final Map<TrackId, Agenda.Entry> holding = new HashMap<>();

    private final Set<TrackId> told = new HashSet<>();

    PersonWatcher(Rule rule, int index, Scene scene, AlarmDesk desk, Instant now) {
        super(rule, index, scene, desk, now);
    }

    @Override
    void review(Instant at) {
        boolean possible = isOn() && isOccupied();
        scene().people().forEach(person -> look(person, possible, at));
    }

    @Override
    void changed(Person person, Instant at) {
        if (rule().present() > 1) {
            review(at);
        } else {
            look(person, isOn(), at);
        }
    }

    private void look(Person person, boolean possible, Instant at) {
        boolean holds =
                possible && person.isIn(rule().zone()) && rule().states().contains(person.state());
        TrackId track = person.track();
        if (!holds) {
            cancel(holding.remove(track));
        } else if (!told.contains(track) && !holding.containsKey(track)) {
            holding.put(track, due(at.plus(rule().holds()), (entry, now) -> tell(person, entry, now)));
        }
    }

    private void tell(Person person, Agenda.Entry entry, Instant now) {
        int count = scene().counted(rule().states(), rule().zone());
        Map<String, String> values =
                Map.of("count", Integer.toString(count), "state", CountedStates.label(person.state()));
        if (raise(entry, person.track(), person.state(), values, now)) {
            holding.remove(person.track());
            told.add(person.track());
        }
    }

    @Override
    void forget(TrackId track) {
        cancel(holding.remove(track));
        told.remove(track);
    }

    @Override
    void clear() {
        holding.values().forEach(this::cancel);
        holding.clear();
        told.clear();
    }

    @Override
    void passed(@Nullable String zone, @Nullable MaskState state, Instant at) {
        // only of use for shares
    }
}
