package io.github.maskwatch.event;

import java.time.Instant;

/**
 * An alarm on its way to a channel.
 *
 * @param event whose id; the same in every attempt, so that the receiver knows a repetition
 * @param channel its name in the configuration
 * @param due when it is to be tried next
 * @param attempts made so far, from 0
 */
public record Delivery(EventId event, String channel, Instant due, int attempts) {
    public Delivery {
        if (channel.isBlank()) {
            throw new IllegalArgumentException("a channel's name must not be blank");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must be at least 0, got " + attempts);
        }
    }
}
