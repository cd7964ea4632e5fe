package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmChannel;
import io.github.maskwatch.alarm.mqtt.MqttChannel;
import io.github.maskwatch.alarm.mqtt.MqttConfig;
import io.github.maskwatch.image.CameraId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** An MQTT broker of a site. */
record MqttSettings(MqttConfig config) implements ChannelSettings {
    @Override
    public String name() {
        return config.name();
    }

    @Override
    public AlarmChannel open(List<CameraId> cameras, Clock clock, RandomGenerator random) throws IOException {
        return MqttChannel.open(config, cameras, random);
    }

    @Override
    public void probe(RandomGenerator random) throws IOException, InterruptedException {
        MqttChannel.probe(config, random);
    }

    @Override
    public String place() {
        return "MQTT broker " + config.host() + ":" + config.port();
    }
}
