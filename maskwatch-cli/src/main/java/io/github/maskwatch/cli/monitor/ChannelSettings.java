package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** A channel as it is configured: how it is opened, and how it is tried. */
public interface ChannelSettings {

    /** What rules call it. */
    String name();

    /**
     * Opens the channel.
     *
     * @param cameras of the site, for channels that announce them
     * @throws IOException one line, if it cannot be; that the other side is not there is no reason
     */
    AlarmChannel open(List<CameraId> cameras, Clock clock, RandomGenerator random) throws IOException;

    /**
     * Tries whether the other side is there and lets us in. Nothing is sent that anybody would take for an alarm.
     *
     * @throws IOException if it is not or does not; one line without a secret
     */
    void probe(RandomGenerator random) throws IOException, InterruptedException;

    /** Where the other side is, for people, without a secret. */
    String place();
}
