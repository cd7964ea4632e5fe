package io.github.maskwatch.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved on. */
final class FakeClock extends Clock {
    private Instant now = Alarms.TIME.plusSeconds(1);
    /** Since when is of no meaning. */
    private long nanos = Long.MAX_VALUE - 5;

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** As somebody or a time server does. No time passes. */
    void setBack(Duration by) {
        now = now.minus(by);
    }

    long nanos() {
        return nanos;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
