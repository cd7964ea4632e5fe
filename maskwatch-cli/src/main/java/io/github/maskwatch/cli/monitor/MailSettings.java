package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.mail.MailChannel;
import io.github.maskwatch.alarm.mail.MailConfig;
import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** A mail server of a site. */
record MailSettings(MailConfig config) implements ChannelSettings {
    @Override
    public String name() {
        return config.name();
    }

    @Override
    public AlarmChannel open(List<CameraId> cameras, Clock clock, RandomGenerator random) throws IOException {
        return MailChannel.open(config, clock);
    }

    @Override
    public void probe(RandomGenerator random) throws IOException {
        MailChannel.probe(config);
    }

    @Override
    public String place() {
        return "mail server " + config.host() + ":" + config.port();
    }
}
