package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** A channel as it is configured, and how it is opened. */
@FunctionalInterface
interface ChannelSettings {

    /**
     * Opens the channel.
     *
     * @param cameras of the site, for channels that announce them
     * @throws IOException one line, if it cannot be; that the other side is not there is no reason
     */
    AlarmChannel open(List<CameraId> cameras, Clock clock, RandomGenerator random) throws IOException;
}
