package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.monitor.rules.RuleEngine;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.service.EventReaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The alarms that events bring about, with what is to be sent out because of them. One thread at a time. */
final class RuleReaction implements EventReaction {
    private final RuleSet rules;
    private final RuleEngine engine;

    RuleReaction(RuleSet rules, RuleEngine engine) {
        this.rules = rules;
        this.engine = engine;
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
