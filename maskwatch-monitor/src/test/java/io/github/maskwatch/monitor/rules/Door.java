package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.CameraStatusChanged;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
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
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A door with an engine that watches it; times are seconds after midnight of a Wednesday. */
final class Door {
    static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    static final CameraId CAMERA = new CameraId("door");
    static final EventId ID = EventId.parse("0193628e-57fb-7a5b-8c1d-0123456789ab");

    private final RuleEngine engine;
    private final CameraId camera;
    private final List<AlarmRaised> alarms;

    Door(RuleSet rules) {
        this(new RuleEngine(rules, new Random(1)), CAMERA, new ArrayList<>());
    }

    private Door(RuleEngine engine, CameraId camera, List<AlarmRaised> alarms) {
        this.engine = engine;
        this.camera = camera;
        this.alarms = alarms;
    }

    /** Another camera with the same engine. */
    Door other(String name) {
        return new Door(engine, new CameraId(name), alarms);
    }

    static Instant at(double seconds) {
        return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Door accept(Event event) {
        alarms.addAll(engine.accept(event));
        return this;
    }

    private static TrackId track(int person) {
        return new TrackId(person);
    }

    Door appears(double seconds, int person) {
        return accept(new PersonAppeared(ID, at(seconds), camera, track(person)));
    }

    Door is(double seconds, int person, @Nullable MaskState state) {
        return accept(new StateChanged(ID, at(seconds), camera, track(person), null, state));
    }

    Door enters(double seconds, int person, String zone) {
        return accept(new ZoneEntered(ID, at(seconds), camera, track(person), zone, null));
    }

    Door leavesZone(double seconds, int person, String zone, @Nullable MaskState state) {
        return accept(new ZoneLeft(ID, at(seconds), camera, track(person), zone, state, Duration.ZERO));
    }

    Door leaves(double seconds, int person, @Nullable MaskState state) {
        return accept(new PersonLeft(ID, at(seconds), camera, track(person), state, Duration.ZERO));
    }

    Door lost(double seconds) {
        return accept(new CameraStatusChanged(ID, at(seconds), camera, false, "silent"));
    }

    Door started(double seconds) {
        return accept(new ServiceNoted(ID, at(seconds), "started", ""));
    }

    Door snooze(double seconds, @Nullable String rule, double until) {
        return accept(new Snooze(rule, at(until)).note(ID, at(seconds)));
    }

    Door setBack(double to) {
        engine.setBack(at(to));
        return this;
    }

    Door until(double seconds) {
        alarms.addAll(engine.advance(at(seconds)));
        return this;
    }

    List<AlarmRaised> alarms() {
        return alarms;
    }

    /** Rule, person (- for several) and second of each alarm. */
    List<String> told() {
        return alarms.stream()
                .map(alarm -> alarm.rule() + " "
                        + (alarm.track() == null
                                ? "-"
                                : Long.toString(alarm.track().value())) + " "
                        + Duration.between(START, alarm.time()).toMillis() / 1e3)
                .toList();
    }
}
