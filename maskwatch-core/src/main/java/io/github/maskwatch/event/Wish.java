package io.github.maskwatch.event;

import java.time.Instant;

/**
 * A note that somebody else wants in the record, such as a snooze. The record has one writer, the service that watches; whoever is not that leaves a wish in its store.
 *
 * @param id that the {@link ServiceNoted} will have, so that the wish is fulfilled once
 * @param made when, by the clock of whoever made it
 * @param name of the note
 * @param text of the note, one line for people; may be empty
 */
public record Wish(EventId id, Instant made, String name, String text) {
    public Wish {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a wish's name must not be blank");
        }
    }

    /** The note that fulfils it. */
    public ServiceNoted fulfilled(Instant time) {
        return new ServiceNoted(id, time, name, text);
    }
}
