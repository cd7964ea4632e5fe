package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.webhook.WebhookChannel;
import io.github.maskwatch.alarm.webhook.WebhookConfig;
import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** A webhook of a site. */
record WebhookSettings(WebhookConfig config) implements ChannelSettings {
    @Override
    public String name() {
        return config.name();
    }

    @Override
    public AlarmChannel open(List<CameraId> cameras, Clock clock, RandomGenerator random) throws IOException {
        return WebhookChannel.open(config, clock);
    }

    @Override
    public void probe(RandomGenerator random) throws IOException {
        WebhookChannel.probe(config);
    }

    /** Without the path, which may be a secret. */
    @Override
    public String place() {
        return "webhook to " + config.address().getHost();
    }
}
