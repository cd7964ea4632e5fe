package io.github.maskwatch.alarm;

import io.github.maskwatch.event.Outbox.Pending;
import io.github.maskwatch.message.OneLine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A line for each change of how a channel does, none for each attempt. One thread at a time. */
final class CourierLog {
    private static final Logger LOG = System.getLogger(AlarmDispatcher.class.getName());

    private final String channel;
    private String failing = "";
    private String outboxFailing = "";

    CourierLog(String channel) {
        this.channel = channel;
    }

    void fails(Exception why) {
        String line = OneLine.of(why);
        if (!line.equals(failing)) {
            LOG.log(Level.WARNING, "alarm channel {0}: {1}; trying again", channel, line);
            failing = line;
        }
    }

    /** @param failures in a row before it worked */
    void works(int failures) {
        if (!failing.isEmpty()) {
            LOG.log(Level.INFO, "alarm channel {0}: delivers again, after {1} failed attempts", channel, failures);
            failing = "";
        }
    }

    void lost(Pending pending, String why) {
        LOG.log(
                Level.ERROR,
                "alarm channel {0}: alarm {1} is lost: {2}",
                channel,
                pending.delivery().event(),
                why);
    }

    void outboxFails(Exception why) {
        String line = OneLine.of(why);
        if (!line.equals(outboxFailing)) {
            LOG.log(Level.ERROR, "alarm channel {0}: the outbox fails: {1}; trying again", channel, line);
            outboxFailing = line;
        }
    }

    void outboxAnswers() {
        if (!outboxFailing.isEmpty()) {
            LOG.log(Level.INFO, "alarm channel {0}: the outbox answers again", channel);
            outboxFailing = "";
        }
    }
}
