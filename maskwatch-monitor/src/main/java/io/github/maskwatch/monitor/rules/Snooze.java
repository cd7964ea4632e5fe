package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.event.Wish;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No alarms for a while, from the moment of its {@link #note note} on. What still goes on when it ends is told then. A later one takes the place of an
 * earlier one of the same rule; one whose end has passed ends it, and such a one of all rules ends those of single rules, too.
 *
 * @param rule which; null: all
 * @param until when it ends
 */
public record Snooze(@Nullable String rule, Instant until) {
    /** The name of the note. */
    public static final String NOTED = "snoozed";

    /** For which an engine has to look back when it begins. */
    public static final Duration LONGEST = Duration.ofDays(31);

    static final String ALL = "all";
    private static final String UNTIL = " until ";

    /** The event that tells an engine of it, and those who read the record later. */
    public ServiceNoted note(EventId id, Instant time) {
        return new ServiceNoted(id, time, NOTED, text());
    }

    /** For those who do not write the record themselves. */
    public Wish wish(EventId id, Instant made) {
        return new Wish(id, made, NOTED, text());
    }

    private String text() {
        return (rule == null ? ALL : rule) + UNTIL + until;
    }

    /** What a note says; null if it is about something else. */
    static @Nullable Snooze of(ServiceNoted note) {
        int middle = note.text().lastIndexOf(UNTIL);
        if (!note.name().equals(NOTED) || middle < 0) {
            return null;
        }
        try {
            String rule = note.text().substring(0, middle);
            Instant until = Instant.parse(note.text().substring(middle + UNTIL.length()));
            return new Snooze(rule.equals(ALL) ? null : rule, until);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
