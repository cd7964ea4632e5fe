package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Event;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is before a camera, and the rules that watch it. Nobody who left comes back by an event that comes late; nobody stays for ever whose leaving
 * was never told: of more than 1000 the one of whom nothing was heard for longest goes. One thread at a time.
 */
final class Scene {
    private static final int MOST_PEOPLE = 1000;

    private final CameraId camera;
    private final List<Watcher> watchers = new ArrayList<>();
    /** In the order of their last events. */
    private final Map<TrackId, Person> people = new LinkedHashMap<>();
    /** Who left, the last of them. */
    private final Set<TrackId> gone = new LinkedHashSet<>();

    Scene(CameraId camera) {
        this.camera = camera;
    }

    CameraId camera() {
        return camera;
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
    }

    Collection<Person> people() {
        return people.values();
    }

    /** How many are there. */
    int present(@Nullable String zone) {
        return (int)
                people.values().stream().filter(person -> person.isIn(zone)).count();
    }

    /** How many are there in one of these states. */
    int counted(CountedStates states, @Nullable String zone) {
        return (int) people.values().stream()
                .filter(person -> person.isIn(zone) && states.contains(person.state()))
                .count();
    }

    void accept(Event event) {
        if (event instanceof PersonAppeared appeared) {
            present(appeared.track(), event.time());
        } else if (event instanceof StateChanged change) {
            stateChanged(change);
        } else if (event instanceof ZoneEntered entered) {
            zoneEntered(entered);
        } else if (event instanceof ZoneLeft left) {
            zoneLeft(left);
        } else if (event instanceof LinePassed passed) {
            stated(passed.track(), passed.state(), event.time());
        } else if (event instanceof PersonLeft left) {
            left(left);
        } else if (event instanceof CameraStatusChanged status && !status.online()) {
            clear();
        }
    }

    /** See {@link RuleEngine#setBack}. */
    void setBack(Duration by) {
        people.values().forEach(person -> person.setBack(by));
        watchers.forEach(watcher -> watcher.setBack(by));
    }

    /** Nobody is there any more, and nobody is told to have passed. */
    void clear() {
        people.clear();
        watchers.forEach(Watcher::clear);
    }

    private @Nullable Person present(TrackId track, Instant at) {
        if (gone.contains(track)) {
            return null;
        }
        Person known = people.remove(track);
        Person person = known == null ? new Person(track) : known;
        people.put(track, person);
        if (known == null) {
            dropSilent();
            changed(person, at);
        }
        return person;
    }

    private void dropSilent() {
        if (people.size() > MOST_PEOPLE) {
            Person silent = people.values().iterator().next();
            people.remove(silent.track());
            watchers.forEach(watcher -> watcher.forget(silent.track()));
        }
    }

    /** An event that tells the state by the way: news only of somebody whose coming was missed. */
    private @Nullable Person stated(TrackId track, @Nullable MaskState state, Instant at) {
        Person person = present(track, at);
        if (person != null && person.isNew() && state != null) {
            person.stateIs(state, at);
            changed(person, at);
        }
        return person;
    }

    private void stateChanged(StateChanged event) {
        Person person = present(event.track(), event.time());
        if (person != null) {
            person.stateIs(event.to(), event.time());
            changed(person, event.time());
        }
    }

    private void zoneEntered(ZoneEntered event) {
        Person person = stated(event.track(), event.state(), event.time());
        if (person != null && person.zoneIs(event.zone(), true, event.time())) {
            changed(person, event.time());
        }
    }

    private void zoneLeft(ZoneLeft event) {
        Person person = people.get(event.track());
        if (person == null || person.zoneIs(event.zone(), false, event.time())) {
            watchers.forEach(watcher -> watcher.passed(event.zone(), event.state(), event.time()));
        }
        if (person != null) {
            changed(person, event.time());
        }
    }

    private void left(PersonLeft event) {
        people.remove(event.track());
        if (!gone.add(event.track())) {
            return;
        }
        if (gone.size() > MOST_PEOPLE) {
            gone.remove(gone.iterator().next());
        }
        watchers.forEach(watcher -> {
            watcher.forget(event.track());
            watcher.review(event.time());
            watcher.passed(null, event.state(), event.time());
        });
    }

    private void changed(Person person, Instant at) {
        watchers.forEach(watcher -> watcher.changed(person, at));
    }
}
