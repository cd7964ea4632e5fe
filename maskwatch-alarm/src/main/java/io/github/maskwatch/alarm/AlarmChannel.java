package io.github.maskwatch.alarm;

import io.github.maskwatch.event.AlarmRaised;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A way by which alarms reach people or machines. One delivery at a time; whoever opens it closes it. */
public interface AlarmChannel extends AutoCloseable {

    /** Its name in the configuration. */
    String name();

    /** How many alarms it takes at once, at least 1: a mail can tell of many, a webhook of one. */
    default int most() {
        return 1;
    }

    /** How long it rests after a delivery, so that what comes meanwhile goes together; zero: not at all. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /**
     * Delivers alarms; when it returns, the receiver has all of them. They may come a second time, where the first attempt's end was not known: an
     * alarm's id is the same then, and goes along wherever the channel can carry one.
     *
     * @param alarms at least one, at most {@link #most}, the oldest first
     * @throws UndeliverableException if trying again will not help; the message is one line without a secret
     * @throws IOException if they did not arrive and may be tried again; the message as above
     */
    void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException;

    @Override
    void close();
}
