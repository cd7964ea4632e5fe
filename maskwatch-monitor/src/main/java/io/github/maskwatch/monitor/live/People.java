package io.github.maskwatch.monitor.live;

/**
 * Those who are followed from frame to frame.
 *
 * @param now who is there; who was seen a moment ago counts
 * @param seen over the run; who leaves and comes back counts again
 */
public record People(long now, long seen) {}
