package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the watchers bring their alarms: it gives out what the storm limit lets pass. One thread at a time. */
final class AlarmDesk {
    private final StormLimit limit;
    private final ZoneId timeZone;
    private final RandomGenerator ids;
    private final Agenda agenda = new Agenda();
    private final Map<String, Instant> snoozes = new LinkedHashMap<>();
    private final Deque<Instant> raised = new ArrayDeque<>();
    private final Map<String, Integer> held = new LinkedHashMap<>();
    private Instant heldSince = Instant.MIN;
    private List<AlarmRaised> out = new ArrayList<>();

    AlarmDesk(RuleSet rules, RandomGenerator ids) {
        this.limit = rules.storm();
        this.timeZone = rules.timeZone();
        this.ids = ids;
    }

    ZoneId timeZone() {
        return timeZone;
    }

    Agenda agenda() {
        return agenda;
    }

    /** What was given out since the last time. */
    List<AlarmRaised> taken() {
        List<AlarmRaised> taken = List.copyOf(out);
        out = new ArrayList<>();
        return taken;
    }

    /**
     * @param known whether there is a rule of that name; a note of one that is gone is without effect
     */
    void snooze(Snooze snooze, boolean known, Instant now) {
        if (known) {
            if (snooze.rule() == null && !snooze.until().isAfter(now)) {
                snoozes.clear();
            }
            snoozes.put(snooze.rule() == null ? Snooze.ALL : snooze.rule(), snooze.until());
            agenda.reconsider();
        }
    }

    /** Until when a rule is silent; may lie in the past. */
    Instant silentUntil(String rule) {
        Instant all = snoozes.getOrDefault(Snooze.ALL, Instant.MIN);
        Instant own = snoozes.getOrDefault(rule, Instant.MIN);
        return all.isAfter(own) ? all : own;
    }

    void raise(
            Rule rule,
            CameraId camera,
            @Nullable TrackId track,
            @Nullable MaskState state,
            Map<String, String> values,
            Instant now) {
        forgetBefore(now);
        if (held.isEmpty() && raised.size() < limit.alarms()) {
            give(camera, rule.name(), track, rule.zone(), state, rule.text().filled(values), now);
            return;
        }
        if (held.isEmpty()) {
            heldSince = now;
            agenda.add(raised.getFirst().plus(limit.window()), Agenda.Rank.STORM, 0, this::endStorm);
        }
        held.merge(rule.name(), 1, Integer::sum);
    }

    private void forgetBefore(Instant now) {
        Instant first = now.minus(limit.window());
        while (!raised.isEmpty() && !raised.getFirst().isAfter(first)) {
            raised.removeFirst();
        }
    }

    private void give(
            @Nullable CameraId camera,
            String rule,
            @Nullable TrackId track,
            @Nullable String zone,
            @Nullable MaskState state,
            String text,
            Instant now) {
        raised.addLast(now);
        out.add(new AlarmRaised(EventId.random(now, ids), now, camera, rule, track, zone, state, text));
    }

    private void endStorm(Agenda.Entry entry, Instant now) {
        Instant silent = silentUntil(Rule.STORM);
        if (silent.isAfter(now)) {
            agenda.postpone(entry, silent);
            return;
        }
        forgetBefore(now);
        give(null, Rule.STORM, null, null, null, heldBack(), now);
        held.clear();
    }

    /** See {@link RuleEngine#setBack}. */
    void setBack(Duration by, Instant time) {
        agenda.setBack(by, time);
        List<Instant> before = List.copyOf(raised);
        raised.clear();
        before.forEach(at -> raised.addLast(at.minus(by)));
        if (!held.isEmpty()) {
            heldSince = heldSince.minus(by);
        }
    }

    /** How many were held back and not told of yet. */
    int held() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String heldBack() {
        int sum = held();
        LocalTime since = LocalTime.ofInstant(heldSince, timeZone).truncatedTo(ChronoUnit.SECONDS);
        return sum + (sum == 1 ? " more alarm was" : " more alarms were") + " held back since "
                + DateTimeFormatter.ISO_LOCAL_TIME.format(since) + ": "
                + held.entrySet().stream()
                        .map(rule -> rule.getKey() + " " + rule.getValue())
                        .collect(Collectors.joining(", "));
    }
}
