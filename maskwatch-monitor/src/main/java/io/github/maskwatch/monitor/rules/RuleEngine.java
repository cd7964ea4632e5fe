package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.image.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Finds in what happens what the rules look for. A state machine of the events and the passing of time, without a clock of its own: same rules, same
 * events, same seed, same alarms, however often {@link #advance} is called in between. One thread at a time.
 *
 * <p>An alarm's time is the moment at which its rule was met, not the one at which somebody asked. What is due at the very moment of an event
 * comes before the event.
 *
 * <p>Events should come by time; one that is late counts from its own time on, but what it brings about is dated to the time reached. Of two about
 * the same person the one of the later time holds, whichever comes first. Time itself goes back only where {@link #setBack} says so.
 *
 * <p>Memory is bounded by rules, cameras, 1000 people before each, and 20,000 passages for each share.
 */
public final class RuleEngine {
    /** The service's own note of its start: whoever was there before has another name now. */
    private static final String STARTED = "started";

    private final RuleSet rules;
    private final AlarmDesk desk;
    private final Map<CameraId, Scene> scenes = new LinkedHashMap<>();
    private Instant now = Instant.MIN;

    /**
     * @param ids where the alarms' names come from
     */
    public RuleEngine(RuleSet rules, RandomGenerator ids) {
        this.rules = rules;
        this.desk = new AlarmDesk(rules, ids);
    }

    /**
     * Something happened. Alarms and most notes of the service are without effect; a {@link Snooze}'s note silences, and that of the start means that nobody
     * is there any more.
     *
     * @return what is due up to its time and what it brings about at once, by time
     */
    public List<AlarmRaised> accept(Event event) {
        reach(event.time());
        if (event instanceof ServiceNoted note) {
            noted(note);
        } else if (event.camera() != null && !(event instanceof AlarmRaised)) {
            scenes.computeIfAbsent(event.camera(), this::scene).accept(event);
        }
        reach(now);
        return desk.taken();
    }

    /**
     * Time passed. An earlier time than was reached is without effect.
     *
     * @return what is due up to then, by time
     */
    public List<AlarmRaised> advance(Instant time) {
        reach(time);
        return desk.taken();
    }

    /**
     * Something happened before this engine began, such as before the service was started again: it remembers it, and tells nobody. Those of the last
     * {@link RuleSet#memory} are enough.
     */
    public void prime(Event event) {
        accept(event);
    }

    /** The latest moment that it was told of; {@link Instant#MIN} before the first one. */
    public Instant reached() {
        return now;
    }

    /**
     * The clock was set back: what is waited for, silent or remembered stays as far away as it was, those who are there stay, and schedules are looked at anew. A snooze
     * ends when its note says, by the new clock.
     *
     * @param time by the new clock, in place of the one {@link #reached}
     * @throws IllegalArgumentException if it lies after that
     */
    public void setBack(Instant time) {
        if (time.isAfter(now)) {
            throw new IllegalArgumentException("a clock is set back to before " + now + ", got " + time);
        }
        Duration by = Duration.between(time, now);
        now = time;
        desk.setBack(by, time);
        scenes.values().forEach(scene -> scene.setBack(by));
    }

    /** How many alarms the storm limit holds back that no alarm has told of yet. */
    public int heldBack() {
        return desk.held();
    }

    private void noted(ServiceNoted note) {
        if (note.name().equals(STARTED)) {
            scenes.values().forEach(Scene::clear);
        }
        Snooze snooze = Snooze.of(note);
        if (snooze != null) {
            desk.snooze(snooze, snooze.rule() == null || isRule(snooze.rule()), now);
        }
    }

    private boolean isRule(String name) {
        return rules.rules().stream().anyMatch(rule -> rule.name().equals(name));
    }

    private void reach(Instant time) {
        Agenda.Entry entry = desk.agenda().poll(time);
        while (entry != null) {
            now = later(now, entry.at());
            entry.run(now);
            entry = desk.agenda().poll(time);
        }
        now = later(now, time);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    private Scene scene(CameraId camera) {
        Scene scene = new Scene(camera);
        for (int i = 0; i < rules.rules().size(); i++) {
            Rule rule = rules.rules().get(i);
            if (rule.watches(camera)) {
                scene.add(watcher(rule, i, scene));
            }
        }
        return scene;
    }

    private Watcher watcher(Rule rule, int index, Scene scene) {
        if (rule.share() != null) {
            return new ShareWatcher(rule, rule.share(), index, scene, desk, now);
        }
        return rule.people() > 1
                ? new CrowdWatcher(rule, index, scene, desk, now)
                : new PersonWatcher(rule, index, scene, desk, now);
    }
}
