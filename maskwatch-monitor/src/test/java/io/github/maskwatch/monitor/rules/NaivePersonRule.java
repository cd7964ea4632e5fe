package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventRow;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The slow, readable twin of a rule about persons: it looks at everybody at every tenth of a second. For people who are named once. */
final class NaivePersonRule {
    private final Rule rule;
    private final Snooze snooze;
    private final Instant snoozed;
    private final Map<TrackId, EventRow> states = new HashMap<>();
    private final Map<TrackId, CameraId> cameras = new HashMap<>();
    private final Set<TrackId> inZone = new HashSet<>();
    private final Set<TrackId> told = new HashSet<>();
    /** Since when it holds, in the order in which it began. */
    private final Map<TrackId, Instant> since = new LinkedHashMap<>();

    private final Map<CameraId, Instant> coolUntil = new HashMap<>();
    private final List<String> alarms = new ArrayList<>();

    /**
     * @param snoozed when the snooze began
     */
    NaivePersonRule(Rule rule, Snooze snooze, Instant snoozed) {
        this.rule = rule;
        this.snooze = snooze;
        this.snoozed = snoozed;
    }

    /** "time track" of each alarm. */
    List<String> alarms(List<Event> events, Instant until) {
        int next = 0;
        for (Instant tick = Door.START; !tick.isAfter(until); tick = tick.plusMillis(100)) {
            tell(tick);
            while (next < events.size() && events.get(next).time().equals(tick)) {
                apply(events.get(next).row());
                hold(tick);
                tell(tick);
                next++;
            }
        }
        return alarms;
    }

    private void apply(EventRow event) {
        TrackId track = event.track();
        cameras.put(track, event.camera());
        switch (event.kind()) {
            case STATE -> states.put(track, event);
            case ZONE_ENTERED -> inZone.add(track);
            case ZONE_LEFT -> inZone.remove(track);
            case LEFT -> cameras.remove(track);
            default -> {}
        }
    }

    private void hold(Instant tick) {
        since.keySet().removeIf(track -> !holds(track));
        cameras.keySet().stream().filter(this::holds).forEach(track -> since.putIfAbsent(track, tick));
    }

    private boolean holds(TrackId track) {
        EventRow state = states.get(track);
        return cameras.containsKey(track)
                && !told.contains(track)
                && (rule.zone() == null || inZone.contains(track))
                && rule.states().contains(state == null ? null : state.state());
    }

    private void tell(Instant tick) {
        for (TrackId track : List.copyOf(since.keySet())) {
            CameraId camera = cameras.get(track);
            boolean silent = !tick.isBefore(snoozed) && tick.isBefore(snooze.until());
            boolean cool = tick.isBefore(coolUntil.getOrDefault(camera, Instant.MIN));
            if (!Objects.requireNonNull(since.get(track)).plus(rule.holds()).isAfter(tick) && !silent && !cool) {
                since.remove(track);
                told.add(track);
                coolUntil.put(camera, tick.plus(rule.coolDown()));
                alarms.add(tick + " " + track);
            }
        }
    }
}
