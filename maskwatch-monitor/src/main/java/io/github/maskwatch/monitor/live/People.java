package io.github.maskwatch.monitor.live;

/**
 * Those who are followed from frame to frame.
 *
 * @param now who was seen within the last quarter of a second; nobody while the source is lost
 * @param seen over the run; who leaves and comes back counts again
 */
public record People(long now, long seen) {}
