package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule at a camera. One thread at a time. */
abstract class Watcher {
    private final Rule rule;
    private final int index;
    private final Scene scene;
    private final AlarmDesk desk;
    private Schedule.Turn turn;
    private Instant coolUntil = Instant.MIN;

    /**
     * @param index of the rule among all
     * @param now decides whether the schedule is on
     */
    Watcher(Rule rule, int index, Scene scene, AlarmDesk desk, Instant now) {
        this.rule = rule;
        this.index = index;
        this.scene = scene;
        this.desk = desk;
        this.turn = rule.schedule().turn(now, desk.timeZone());
        if (turn.until().isBefore(Instant.MAX)) {
            desk.agenda().add(turn.until(), Agenda.Rank.TURN, index, this::turned);
        }
    }

    private void turned(Agenda.Entry entry, Instant now) {
        turn = rule.schedule().turn(now, desk.timeZone());
        desk.agenda().add(turn.until(), Agenda.Rank.TURN, index, this::turned);
        review(now);
    }

    /** See {@link RuleEngine#setBack}; the agenda sees to the schedule. */
    void setBack(Duration by) {
        if (coolUntil.isAfter(Instant.MIN)) {
            coolUntil = coolUntil.minus(by);
        }
    }

    /** Everything may be otherwise since then. */
    abstract void review(Instant at);

    /** Somebody came, moved or changed. */
    abstract void changed(Person person, Instant at);

    /** Somebody is no longer there. */
    abstract void forget(TrackId track);

    /** Nobody is there any more. */
    abstract void clear();

    /**
     * Somebody's passage is over.
     *
     * @param zone of which; null: before the camera
     * @param state in the end; null: cannot tell
     */
    abstract void passed(@Nullable String zone, @Nullable MaskState state, Instant at);

    final Rule rule() {
        return rule;
    }

    final Scene scene() {
        return scene;
    }

    final boolean isOn() {
        return turn.on();
    }

    /** Whether enough people are there for the rule to look at them. */
    final boolean isOccupied() {
        return rule.present() == 1 || scene.present(rule.zone()) >= rule.present();
    }

    final Agenda.Entry due(Instant at, Agenda.Task task) {
        return desk.agenda().add(at, Agenda.Rank.ALARM, index, task);
    }

    final void cancel(Agenda.@Nullable Entry entry) {
        if (entry != null) {
            desk.agenda().remove(entry);
        }
    }

    /**
     * Raises an alarm, unless the rule is silent: then the entry comes again when it is not.
     *
     * @return whether it was raised, or held back by the storm limit
     */
    final boolean raise(
            Agenda.Entry entry,
            @Nullable TrackId track,
            @Nullable MaskState state,
            Map<String, String> values,
            Instant now) {
        if (isPostponed(entry, now)) {
            return false;
        }
        coolUntil = now.plus(rule.pause());
        desk.raise(rule, scene.camera(), track, state, filled(values), now);
        return true;
    }

    /** Whether the rule is silent; then the entry comes again when it is not. */
    final boolean isPostponed(Agenda.Entry entry, Instant now) {
        Instant silent = desk.silentUntil(rule.name());
        Instant free = coolUntil.isAfter(silent) ? coolUntil : silent;
        if (!free.isAfter(now)) {
            return false;
        }
        desk.agenda().postpone(entry, free);
        return true;
    }

    private Map<String, String> filled(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("rule", rule.name());
        all.put("camera", scene.camera().name());
        all.put("zone", rule.zone() == null ? "" : rule.zone());
        return all;
    }
}
