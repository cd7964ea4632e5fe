package io.github.maskwatch.monitor.service;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.Wish;
import io.github.maskwatch.event.Wishes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Looks twice a second at most for what the service is asked to note. One thread at a time. */
final class OpenWishes {
    private static final int MOST_AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Wishes wishes;
    private Instant looked = Instant.EPOCH;

    OpenWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    /** Their notes; none where the store cannot be read, of which its writer tells. */
    List<Event> notes(Instant now) {
        // A clock that was set back is no reason to wait.
        if (Duration.between(looked, now).abs().compareTo(PAUSE) < 0) {
            return List.of();
        }
        looked = now;
        try {
            return wishes.open(MOST_AT_ONCE).stream()
                    .map((Wish wish) -> wish.fulfilled(now))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
