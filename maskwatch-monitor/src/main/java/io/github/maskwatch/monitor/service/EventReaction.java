package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Delivery;
import io.github.maskwatch.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * What follows from events, such as alarms from rules. It is asked before they are written, so that an event, the alarm that it raises and what
 * is to be sent out because of it are written together or not at all; nobody else has been told of the event by then. It is asked once for
 * each event, in order. One thread at a time.
 */
public interface EventReaction {
    EventReaction NONE = (events, now) -> Outcome.NOTHING;

    /**
     * What follows.
     *
     * @param events those that are about to be written; about once a second none, since time alone can fulfil a rule
     * @param now by which time they are all there
     */
    Outcome to(List<Event> events, Instant now);

    /**
     * What is written in addition.
     *
     * @param deliveries of the events above or of these
     */
    record Outcome(List<Event> events, List<Delivery> deliveries) {
        public static final Outcome NOTHING = new Outcome(List.of(), List.of());

        public Outcome {
            events = List.copyOf(events);
            deliveries = List.copyOf(deliveries);
        }
    }
}
