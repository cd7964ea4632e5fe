package io.github.maskwatch.monitor.tell;

import java.util.List;

/**
 * A sentence to whoever stands there, in one language after the other.
 *
 * @param number of the run, from 1
 * @param lines at least one
 */
public record Announcement(long number, Sentence sentence, List<Line> lines) {
    public Announcement {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an announcement must have at least one line, got none");
        }
    }

    /** The sentence in a language. */
    public record Line(Language language, String text) {}

    static Announcement of(long number, Sentence sentence, List<Language> languages) {
        return new Announcement(
                number,
                sentence,
                languages.stream()
                        .map(language -> new Line(language, language.say(sentence)))
                        .toList());
    }
}
