package io.github.maskwatch.alarm;

import io.github.maskwatch.event.AlarmRaised;
import java.io.IOException;

/** A way by which alarms reach people or machines. One delivery at a time; whoever opens it closes it. */
public interface AlarmChannel extends AutoCloseable {

    /** Its name in the configuration. */
    String name();

    /**
     * Delivers an alarm; when it returns, the receiver has it. It may come a second time, where the first attempt's end was not known: the alarm's id
     * is the same then, and goes along wherever the channel can carry one.
     *
     * @throws UndeliverableException if trying again will not help
     * @throws IOException if it did not arrive and may be tried again
     */
    void deliver(AlarmRaised alarm) throws IOException, InterruptedException;

    @Override
    void close();
}
