package io.github.maskwatch.monitor.tell;

import java.time.Duration;
import java.util.List;

/**
 * How people are spoken to.
 *
 * @param languages in this order, at least one
 * @param coolDown between two requests, however many people come
 * @param shownFor how long a sentence stays to be read
 */
public record TellConfig(List<Language> languages, Duration coolDown, Duration shownFor) {
    public TellConfig {
        languages = languages.stream().distinct().toList();
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages must name at least one, got none");
        }
        if (coolDown.isNegative() || shownFor.isNegative() || shownFor.isZero()) {
            throw new IllegalArgumentException(
                    "coolDown must be at least 0 and shownFor above 0, got " + coolDown + " and " + shownFor);
        }
    }

    /** At most every 10 s, to be read for 6 s. */
    public static TellConfig of(List<Language> languages) {
        return new TellConfig(languages, Duration.ofSeconds(10), Duration.ofSeconds(6));
    }
}
