package io.github.maskwatch.monitor.live;

import io.github.maskwatch.image.Frame;

/**
 * A frame and when it was read.
 *
 * @param readNanos on the feed's monotonic clock
 */
public record TimedFrame(Frame frame, long readNanos) {}
