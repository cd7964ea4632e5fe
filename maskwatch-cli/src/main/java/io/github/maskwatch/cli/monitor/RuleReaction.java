package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventKind;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.monitor.rules.RuleEngine;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.Snooze;
import io.github.maskwatch.monitor.service.EventReaction;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The alarms that events bring about, with what is to be sent out because of them. One thread at a time. */
final class RuleReaction implements EventReaction {
    private final RuleSet rules;
    private final RuleEngine engine;

    private RuleReaction(RuleSet rules, RuleEngine engine) {
        this.rules = rules;
        this.engine = engine;
    }

    /**
     * As if the service had not stopped: with what the store tells of the last while, and of snoozes, which may last longer.
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
        store.read(new EventQuery(from, null, Set.of(), Set.of()), engine::prime);
        return new RuleReaction(rules, engine);
    }

    @Override
    public Outcome to(List<Event> events, Instant now) {
        List<Event> alarms = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : events) {
            engine.accept(event).forEach(alarm -> add(alarm, now, alarms, deliveries));
        }
        engine.advance(now).forEach(alarm -> add(alarm, now, alarms, deliveries));
        return new Outcome(alarms, deliveries);
    }

    private void add(AlarmRaised alarm, Instant now, List<Event> alarms, List<Delivery> deliveries) {
        alarms.add(alarm);
        for (String channel : rules.channelsOf(alarm.rule())) {
            deliveries.add(new Delivery(alarm.id(), channel, now, 0));
        }
    }
}
