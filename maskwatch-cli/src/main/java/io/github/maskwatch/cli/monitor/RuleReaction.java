package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.monitor.rules.RuleEngine;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.Snooze;
import io.github.maskwatch.monitor.service.EventReaction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The alarms that events bring about, with what is to be sent out because of them. Where the clock was set back, the rules go back with it, and the record says so.
 * One thread at a time.
 */
final class RuleReaction implements EventReaction {
    /** Events may come this much late or early, such as those of several cameras; more than that is another clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final RuleSet rules;
    private final RuleEngine engine;
    private final RandomGenerator random;

    private RuleReaction(RuleSet rules, RuleEngine engine, RandomGenerator random) {
        this.rules = rules;
        this.engine = engine;
        this.random = random;
    }

    /**
     * As if the service had not stopped: with what the store tells of the last while, and of snoozes, which may last longer. Of events after now, which a
     * clock that was set back leaves, nothing is known.
     *
     * @throws IOException if the store cannot be read
     */
    static RuleReaction remembering(RuleSet rules, EventStore store, Instant now, RandomGenerator random)
            throws IOException {
        RuleEngine engine = new RuleEngine(rules, random);
        Instant from = now.minus(rules.memory());
        Instant snoozed = now.minus(Snooze.LONGEST);
        if (snoozed.isBefore(from)) {
            store.read(new EventQuery(snoozed, from, Set.of(), Set.of(EventKind.SERVICE)), engine::prime);
        }
        store.read(new EventQuery(from, now, Set.of(), Set.of()), engine::prime);
        return new RuleReaction(rules, engine, random);
    }

    @Override
    public Outcome to(List<Event> events, Instant now) {
        List<Event> outcome = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : events) {
            if (isAhead(now) && isAhead(event.time())) {
                outcome.add(setBack(event.time()));
            }
            // After that, one of the time before is late, and would take the rules there again.
            if (isAhead(now) || !isLater(event.time(), now)) {
                engine.accept(event).forEach(alarm -> add(alarm, now, outcome, deliveries));
            }
        }
        if (isAhead(now)) {
            outcome.add(setBack(now));
        }
        engine.advance(now).forEach(alarm -> add(alarm, now, outcome, deliveries));
        return new Outcome(outcome, deliveries);
    }

    private boolean isAhead(Instant time) {
        return isLater(engine.reached(), time);
    }

    private static boolean isLater(Instant time, Instant than) {
        return time.isAfter(than.plus(TOLERANCE));
    }

    private ServiceNoted setBack(Instant time) {
        Duration by = Duration.between(time, engine.reached());
        engine.setBack(time);
        String text = "by " + by.toSeconds() + " s; rules wait as long as they did, counted by the new time";
        return new ServiceNoted(EventId.random(time, random), time, "clock_set_back", text);
    }

    private void add(AlarmRaised alarm, Instant now, List<Event> outcome, List<Delivery> deliveries) {
        outcome.add(alarm);
        for (String channel : rules.channelsOf(alarm.rule())) {
            deliveries.add(new Delivery(alarm.id(), channel, now, 0));
        }
    }
}
